import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyProblem, proposeKey } from '@/components/attributes/propose-key';

const none = new Set<string>();

describe('the key proposed for a label', () => {
  it('is the label in small Latin letters', () => {
    expect(proposeKey('Lifetime value (€)', none)).toBe('lifetime_value');
    expect(proposeKey('Café près de moi', none)).toBe('cafe_pres_de_moi');
    expect(proposeKey('2nd phone', none)).toBe('nd_phone');
  });

  it('counts on where it is taken', () => {
    expect(proposeKey('Plan', new Set(['plan', 'plan_2']))).toBe('plan_3');
  });

  it('is left to the admin where the label has no Latin letter', () => {
    expect(proposeKey('مستوى الولاء', none)).toBe('');
    expect(keyProblem('', none)).toBe('Give it a key.');
  });

  it('is always one the desk takes, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), fc.boolean(), (label, again) => {
        const first = proposeKey(label, none);
        const taken = again && first !== '' ? new Set([first]) : none;
        const key = proposeKey(label, taken);
        expect(key === '' || keyProblem(key, taken) === undefined).toBe(true);
      }),
    );
  });
});
