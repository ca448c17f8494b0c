import { type Attributes, FORMATS, MANAGERS } from '@/lib/attributes/attribute';
import type { ConfigurationDifference } from '@/lib/desk/wire-configuration';

/** The catalogue with the attributes that a difference adds, so that what names them can be read. */
export function attributesAfter(
  attributes: Attributes,
  { parts }: Pick<ConfigurationDifference, 'parts'>,
): Attributes {
  const after = new Map(attributes);
  const changes = parts.find(({ part }) => part === 'attributes')?.changes ?? [];
  for (const { name: key, change, fields } of changes) {
    if (change !== 'added') continue;
    const given = new Map(fields.map((one) => [one.field, one.after]));
    after.set(key, {
      key,
      label: String(given.get('label') ?? key),
      format: FORMATS.find((format) => format === given.get('format')) ?? 'text',
      manager: MANAGERS.find((manager) => manager === given.get('manager')) ?? 'agent',
      enabled: given.get('enabled') !== false,
      standard: false,
      position: after.size,
    });
  }
  return after;
}
