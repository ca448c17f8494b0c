import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_GROUPS } from '@/components/webhooks/event-words';
import {
  draftOf,
  fieldOfRefusal,
  isSameDraft,
  mappingOf,
  pathsIn,
  withLine,
} from '@/components/webhooks/mapping-draft';
import { EVENT_KINDS } from '@/lib/desk/endpoint';
import type { PayloadMapping } from '@/lib/desk/payload-mapping';
import { readPath } from '@/lib/desk/payload-path';

const MAPPING: PayloadMapping = {
  externalId: 'user.id',
  name: null,
  text: 'text',
  messageId: null,
  sentAt: null,
  attributes: [{ attribute: 'twitter_followers', path: 'user.followers' }],
};

describe('a mapping while it is written', () => {
  it('is saved as it was opened', () => {
    expect(mappingOf(draftOf(MAPPING))).toEqual(MAPPING);
    expect(isSameDraft(draftOf(MAPPING), draftOf(MAPPING))).toBe(true);
  });

  it('leaves out lines that nobody has filled in, and keeps one that is half filled', () => {
    const more = withLine(withLine(draftOf(MAPPING)));
    expect(new Set(more.attributes.map(({ id }) => id)).size).toBe(3);
    expect(isSameDraft(more, draftOf(MAPPING))).toBe(true);
    const half = { id: 9, attribute: 'page_url', path: ' ' };
    const draft = { ...more, attributes: [...more.attributes, half] };
    expect(mappingOf(draft).attributes.at(-1)).toEqual({ attribute: 'page_url', path: '' });
  });

  it('is offered the paths of the sample, and each of them leads to what is there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const path of pathsIn(json)) expect(readPath(json, path), path).toBeDefined();
      }),
    );
    const sample = { user: { 'first name': 'Léa', tags: [{ id: 1 }, 2] }, 'a.b': true };
    expect(pathsIn(sample)).toEqual([
      'user["first name"]',
      'user.tags[0].id',
      'user.tags[1]',
      '["a.b"]',
    ]);
  });

  it.each([
    ['externalId', 'externalId'],
    ['attributes.2.path', 2],
    ['attributes', null],
    ['elsewhere', null],
    [undefined, null],
  ])('shows a refusal of %s where it belongs', (field, shown) => {
    expect(fieldOfRefusal(field)).toBe(shown);
  });
});

describe('the events of a webhook', () => {
  it('are all offered, each once', () => {
    const offered = EVENT_GROUPS.flatMap(({ events }) => events.map(({ kind }) => kind));
    expect([...offered].sort()).toEqual([...EVENT_KINDS].sort());
  });
});
