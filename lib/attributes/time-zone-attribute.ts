import type { Attribute } from './attribute';

/** What a website messenger fills beside the standard attributes: made with the first of them. */
export const TIME_ZONE_ATTRIBUTE: Omit<Attribute, 'position'> = {
  key: 'time_zone',
  label: 'Time zone',
  format: 'text',
  manager: 'channel',
  enabled: true,
  standard: false,
};
