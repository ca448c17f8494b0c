import type { Attribute, Format, Manager } from './attribute';

function standard(
  key: string,
  label: string,
  format: Format,
  manager: Manager,
): Omit<Attribute, 'position'> {
  return { key, label, format, manager, enabled: true, standard: true };
}

const CATALOGUE = [
  standard('vip', 'VIP', 'boolean', 'agent'),
  standard('name', 'Name', 'text', 'agent'),
  standard('email', 'Email', 'text', 'agent'),
  standard('phone', 'Phone', 'text', 'agent'),
  standard('language', 'Language', 'text', 'agent'),
  standard('country', 'Country', 'text', 'agent'),
  standard('page_url', 'Page URL', 'text', 'channel'),
  standard('referrer', 'Referrer', 'text', 'channel'),
  standard('device_platform', 'Device platform', 'text', 'channel'),
  standard('twitter_followers', 'Twitter followers', 'number', 'channel'),
  standard('loyalty_status', 'Loyalty status', 'text', 'crm'),
  standard('customer_since', 'Customer since', 'date', 'crm'),
];

/** The attributes that exist on every desk from the start and cannot be deleted, in order. */
export const STANDARD_ATTRIBUTES: readonly Attribute[] = CATALOGUE.map((attribute, position) => ({
  ...attribute,
  position,
}));
