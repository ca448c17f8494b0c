import type { Attributes, AttributeValue, Manager } from '@/lib/attributes/attribute';
import { parseValue } from '@/lib/attributes/formats';
import { mayWrite } from '@/lib/attributes/may-write';
import type { ValueChange } from '@/lib/desk/entry';
import type { ErrorCode } from '@/lib/desk/errors';

/** Why one value was not taken. */
export type RefusedValue = { attribute: string; code: ErrorCode; message: string };

type Writing = {
  attributes: Attributes;
  current: Readonly<Record<string, AttributeValue>>;
  /** What to write by attribute key, as it came in; null takes a value away. */
  values: ReadonlyMap<string, unknown>;
  as: Manager;
  now: number;
};

/**
 * Decides, for each value, whether it may be written and whether it changes anything. Pure. A
 * value that is there already makes no change.
 */
export function decideValues({ attributes, current, values, as, now }: Writing): {
  changes: ValueChange[];
  refused: RefusedValue[];
} {
  const changes: ValueChange[] = [];
  const refused: RefusedValue[] = [];
  for (const [key, input] of values) {
    const attribute = attributes.get(key);
    if (!attribute) {
      const message = `There is no attribute ${key}.`;
      refused.push({ attribute: key, code: 'invalid', message });
      continue;
    }
    const before = Object.hasOwn(current, key) ? (current[key] ?? null) : null;
    const parsed = input === null ? null : parseValue(attribute, input);
    if (parsed && !parsed.ok) {
      refused.push({ attribute: key, code: 'invalid', message: parsed.message });
      continue;
    }
    if ((before?.value ?? null) === (parsed?.value ?? null)) {
      const managed = before !== null && before.source === as;
      if (managed || before === null) continue;
    }
    const leave = mayWrite(attribute, as, before ?? undefined);
    if (!leave.ok) {
      refused.push({ attribute: key, code: 'forbidden', message: leave.message });
      continue;
    }
    const after = parsed ? { value: parsed.value, source: as, setAt: now } : null;
    changes.push({ attribute: key, before, after });
  }
  return { changes, refused };
}

/** The contact's values after the changes. */
export function applyValueChanges(
  current: Readonly<Record<string, AttributeValue>>,
  changes: readonly ValueChange[],
): Record<string, AttributeValue> {
  const values = new Map(Object.entries(current));
  for (const { attribute, after } of changes) {
    if (after) values.set(attribute, after);
    else values.delete(attribute);
  }
  return Object.fromEntries(values);
}
