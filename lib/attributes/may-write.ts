import type { Attribute, AttributeValue, Manager } from './attribute';
import { isEmptyValue } from './formats';

export type WritePermission = { ok: true } | { ok: false; message: string };

const MANAGED_BY: Record<Manager, string> = {
  agent: 'by agents',
  channel: 'by the channel',
  crm: 'by the CRM',
};

/** The attributes entered by hand that a channel or a CRM may fill while they are empty. */
const FILLABLE: ReadonlySet<string> = new Set(['name', 'email', 'phone', 'language', 'country']);

/** Whether `as` may write the attribute at least while it is empty. */
export function mayFill(attribute: Attribute, as: Manager): boolean {
  return mayWrite(attribute, as, undefined).ok;
}

/**
 * Whether a value of the attribute may be written as `as`, given what is there now. Its manager
 * always may. A refusal says who manages it.
 */
export function mayWrite(
  attribute: Attribute,
  as: Manager,
  current: AttributeValue | undefined,
): WritePermission {
  if (attribute.manager === as) return { ok: true };
  const managed = `${attribute.label} is managed ${MANAGED_BY[attribute.manager]}`;
  if (!attribute.standard || !FILLABLE.has(attribute.key)) {
    return { ok: false, message: `${managed}.` };
  }
  // Whoever filled it, even the same source, may not overwrite it: an agent may have relied on it.
  if (isEmptyValue(current?.value)) return { ok: true };
  return { ok: false, message: `${managed} and already has a value.` };
}
