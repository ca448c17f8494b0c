import type { Attributes } from '@/lib/attributes/attribute';
import { isEmptyValue } from '@/lib/attributes/formats';
import type { CrmConnection, RefusedByDesk } from '@/lib/desk/crm';
import type { Contact } from '@/lib/desk/facts';
import { isKeepable, NOT_KEEPABLE } from '@/lib/desk/keepable-text';
import { readPath } from '@/lib/desk/payload-path';
import { parseVersion, type SourceVersion } from '@/lib/desk/source-version';

/** What the CRM says of a contact, by the connection's paths. */
export type CrmRecord = {
  values: ReadonlyMap<string, unknown>;
  version: SourceVersion | undefined;
  /** What could not be read. */
  refused: RefusedByDesk[];
};

/**
 * Reads a record that the CRM gave. A field that is not there says nothing; null takes a value
 * away. Without the version that the connection says is there, it is not to be trusted: the message
 * says why. Pure.
 */
export function readCrmRecord(
  { fields, versionPath }: Pick<CrmConnection, 'fields' | 'versionPath'>,
  json: unknown,
): { ok: true; record: CrmRecord } | { ok: false; message: string } {
  const values = new Map<string, unknown>();
  const refused: RefusedByDesk[] = [];
  for (const { path, attribute } of fields) {
    const value = readPath(json, path);
    if (value === undefined) continue;
    if (typeof value === 'string' && !isKeepable(value))
      refused.push({ attribute, message: NOT_KEEPABLE });
    else values.set(attribute, value);
  }
  if (versionPath === null) return { ok: true, record: { values, version: undefined, refused } };
  const version = parseVersion(readPath(json, versionPath));
  if (version.ok) return { ok: true, record: { values, version: version.version, refused } };
  return { ok: false, message: `There is no version at ${versionPath}. ${version.message}` };
}

/**
 * Those that are for the CRM to write on this contact: what others keep and the CRM only fills,
 * such as a name, it sends each time, so one that has a value already is no refusal worth telling.
 */
export function forTheCrm(
  values: ReadonlyMap<string, unknown>,
  attributes: Attributes,
  current: Contact['values'],
): ReadonlyMap<string, unknown> {
  return new Map(
    [...values].filter(
      ([key]) => attributes.get(key)?.manager === 'crm' || isEmptyValue(current[key]?.value),
    ),
  );
}
