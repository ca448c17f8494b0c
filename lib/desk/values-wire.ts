import type { AttributeValue } from '@/lib/attributes/attribute';
import { isoTime } from './iso-time';
import type { Memory } from './memory';
import type { ValueWire } from './wire';

/** A contact's values in the order of the catalogue. */
export function valuesWire(
  memory: Memory,
  values: Readonly<Record<string, AttributeValue>>,
): ValueWire[] {
  const known = new Map(Object.entries(values));
  return [...memory.attributes.values()]
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
    .flatMap(({ key }) => {
      const value = known.get(key);
      if (!value) return [];
      return [
        { attribute: key, value: value.value, source: value.source, setAt: isoTime(value.setAt) },
      ];
    });
}
