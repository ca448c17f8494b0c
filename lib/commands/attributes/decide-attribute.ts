import {
  ATTRIBUTE_KEY,
  type Attribute,
  type Attributes,
  type Format,
  type Manager,
} from '@/lib/attributes/attribute';
import { checkedName } from '@/lib/desk/checks';
import { conflict, invalid } from '@/lib/desk/errors';

/** What an attribute is made of. */
export type AttributeInput = { key: string; label: string; format: Format; manager: Manager };

/**
 * A new attribute in a place of the catalogue. Throws `invalid` with the field, `conflict` for a
 * key that is taken.
 */
export function newAttribute(
  attributes: Attributes,
  { key, label, format, manager }: AttributeInput,
  position: number,
): Attribute {
  if (!ATTRIBUTE_KEY.test(key))
    throw invalid(
      'A key begins with a small letter and has small letters, digits and _ only, at most 63.',
      'key',
    );
  if (attributes.has(key))
    throw conflict(`There is an attribute with the key ${key} already.`, 'key');
  const checked = checkedName(label, 'label');
  return { key, label: checked, format, manager, enabled: true, standard: false, position };
}

/** The attribute with what is given of it; null if that changes nothing. Throws `invalid`. */
export function changedAttribute(
  before: Attribute,
  { label, enabled }: { label?: string; enabled?: boolean },
): Attribute | null {
  const after = {
    ...before,
    label: label === undefined ? before.label : checkedName(label, 'label'),
    enabled: enabled ?? before.enabled,
  };
  return after.label === before.label && after.enabled === before.enabled ? null : after;
}

/** The position after the last attribute's. */
export function nextPosition(attributes: Attributes): number {
  let last = -1;
  for (const { position } of attributes.values()) last = Math.max(last, position);
  return last + 1;
}
