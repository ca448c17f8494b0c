import type { Attributes } from '@/lib/attributes/attribute';
import { mayWrite } from '@/lib/attributes/may-write';
import { invalid } from '@/lib/desk/errors';
import {
  MAPPED_FIELDS,
  MAX_MAPPED_ATTRIBUTES,
  type PayloadMapping,
} from '@/lib/desk/payload-mapping';
import { parsePath } from '@/lib/desk/payload-path';

/** The mapping as it can be kept. Throws `invalid` with the field. */
export function checkedMapping(attributes: Attributes, mapping: PayloadMapping): PayloadMapping {
  const checked = { ...mapping, externalId: checkedPath(mapping.externalId, 'externalId') };
  for (const field of MAPPED_FIELDS) {
    const path = mapping[field];
    if (field !== 'externalId') checked[field] = path === null ? null : checkedPath(path, field);
  }
  if (mapping.attributes.length > MAX_MAPPED_ATTRIBUTES)
    throw invalid(`At most ${MAX_MAPPED_ATTRIBUTES} attributes are filled.`, 'attributes');
  const seen = new Set<string>();
  checked.attributes = mapping.attributes.map(({ attribute, path }, place) => {
    const field = `attributes.${place}`;
    const known = attributes.get(attribute);
    if (!known) throw invalid(`There is no attribute ${attribute}.`, `${field}.attribute`);
    const leave = mayWrite(known, 'channel', undefined);
    if (!leave.ok) throw invalid(leave.message, `${field}.attribute`);
    if (seen.has(attribute))
      throw invalid('Another line fills this attribute already.', `${field}.attribute`);
    seen.add(attribute);
    return { attribute, path: checkedPath(path, `${field}.path`) };
  });
  if (checked.text === null && seen.size === 0 && checked.name === null)
    throw invalid('Say where the message is, or which attributes there are.', 'text');
  return checked;
}

function checkedPath(path: string, field: string): string {
  const parsed = parsePath(path);
  if (!parsed.ok) throw invalid(parsed.message, field);
  return path.trim();
}
