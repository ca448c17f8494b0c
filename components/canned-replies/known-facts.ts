import { valueText } from '@/components/workspace/value-text';
import { isEmptyValue } from '@/lib/attributes/formats';
import { type KnownFact, MY_NAME } from '@/lib/attributes/placeholders';
import type { AttributeWire, ValueWire } from '@/lib/desk/wire';

/** What `{{my_name}}` is called. */
export const MY_NAME_LABEL = 'Your name';

/** What placeholders stand for: values as screens show them, and the name of who writes. */
export function knownFacts({
  attributes,
  values,
  myName,
}: {
  attributes: readonly AttributeWire[];
  values: readonly ValueWire[];
  myName: string | null;
}): (key: string) => KnownFact {
  const byKey = new Map(attributes.map((attribute) => [attribute.key, attribute]));
  const known = new Map(values.map(({ attribute, value }) => [attribute, value]));
  return (key) => {
    if (key === MY_NAME) return { label: MY_NAME_LABEL, text: myName };
    const attribute = byKey.get(key);
    const value = known.get(key);
    // A disabled attribute is nowhere to be seen, so its values are not sent to customers either.
    const shown =
      attribute?.enabled && value !== undefined && !isEmptyValue(value)
        ? valueText(value, attribute.format)
        : null;
    return { label: attribute?.label ?? key, text: shown };
  };
}

const BEGINNING_LENGTH = 200;

/** The beginning of a text in one line: its first line alone is most often a greeting. */
export function beginningOf(text: string): string {
  return text.trimStart().slice(0, BEGINNING_LENGTH).replace(/\s+/gu, ' ').trimEnd();
}
