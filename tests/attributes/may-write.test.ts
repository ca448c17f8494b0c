import { describe, expect, it } from 'vitest';
import {
  type Attribute,
  type AttributeValue,
  MANAGERS,
  type Manager,
} from '@/lib/attributes/attribute';
import { mayWrite } from '@/lib/attributes/may-write';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';

function standard(key: string): Attribute {
  const found = STANDARD_ATTRIBUTES.find((attribute) => attribute.key === key);
  if (!found) throw new Error(`No standard attribute ${key}`);
  return found;
}

function written(value: AttributeValue['value'], source: Manager): AttributeValue {
  return { value, source, setAt: 1 };
}

const FILLABLE = ['name', 'email', 'phone', 'language', 'country'];

describe('who may write an attribute', () => {
  it('its manager always may, whatever is there', () => {
    for (const attribute of STANDARD_ATTRIBUTES) {
      for (const current of [undefined, ...MANAGERS.map((source) => written('x', source))]) {
        expect(mayWrite(attribute, attribute.manager, current)).toEqual({ ok: true });
      }
    }
  });

  it.each([
    ['loyalty_status', 'agent', 'Loyalty status is managed by the CRM.'],
    ['loyalty_status', 'channel', 'Loyalty status is managed by the CRM.'],
    ['page_url', 'agent', 'Page URL is managed by the channel.'],
    ['twitter_followers', 'crm', 'Twitter followers is managed by the channel.'],
    ['vip', 'crm', 'VIP is managed by agents.'],
    ['vip', 'channel', 'VIP is managed by agents.'],
  ] as const)('nobody else may, and is told who manages it: %s as %s', (key, as, message) => {
    expect(mayWrite(standard(key), as, undefined)).toEqual({ ok: false, message });
  });

  it('an attribute of the desk’s own cannot be filled by a channel or a CRM for agents', () => {
    const own: Attribute = {
      ...standard('name'),
      key: 'nickname',
      label: 'Nickname',
      standard: false,
    };
    expect(mayWrite(own, 'channel', undefined)).toEqual({
      ok: false,
      message: 'Nickname is managed by agents.',
    });
  });
});

describe.each(FILLABLE)('%s', (key) => {
  const sources = ['channel', 'crm'] as const;

  it('may be filled by a channel or a CRM while it is empty', () => {
    for (const as of sources) {
      for (const current of [undefined, written('', 'agent'), written('  ', 'crm')]) {
        expect(mayWrite(standard(key), as, current)).toEqual({ ok: true });
      }
    }
  });

  it('is never overwritten by them, not even by the one that filled it', () => {
    for (const as of sources) {
      for (const source of MANAGERS) {
        expect(mayWrite(standard(key), as, written('there', source))).toEqual({
          ok: false,
          message: `${standard(key).label} is managed by agents and already has a value.`,
        });
      }
    }
  });

  it('can be corrected by an agent, whoever filled it', () => {
    for (const source of MANAGERS) {
      expect(mayWrite(standard(key), 'agent', written('there', source))).toEqual({ ok: true });
    }
  });
});
