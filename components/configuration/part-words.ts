import type { ConfigurationPart } from '@/lib/desk/wire-configuration';

/** What the parts of a configuration are called, as the settings call them. */
export const PART_WORDS: Record<ConfigurationPart, string> = {
  settings: 'General',
  attributes: 'Contact attributes',
  channels: 'Channels',
  segments: 'Customer Segments',
  prioritization: 'Prioritization',
  cannedReplies: 'Canned replies',
  sharedViews: 'Shared views',
  crm: 'CRM',
};

const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ['timeZone', 'Time zone'],
  ['autoResolveAfterHours', 'Resolve after hours'],
  ['join', 'Conditions that must hold'],
  ['segments', 'High-priority'],
  ['manager', 'Filled'],
  ['messenger.side', 'Side'],
  ['messenger.accent', 'Colour'],
  ['messenger.origins', 'Sites'],
  ['messenger.preChat', 'Asked before the first message'],
  ['messenger.title', 'Title'],
  ['messenger.greeting', 'Greeting'],
  ['webhook', 'How webhooks are read'],
  ['filter.match', 'Segments that must match'],
  ['columns', 'Rows show'],
  ['url', 'Address'],
  ['keyAttribute', 'Known there by'],
  ['versionPath', 'Version at'],
  ['timeoutMs', 'Waits, milliseconds'],
  ['freshMinutes', 'Fresh for, minutes'],
]);

/** What a field is called: its own words, or its name. */
export function fieldWords(field: string): string {
  const known = FIELD_WORDS.get(field);
  if (known !== undefined) return known;
  const name = field.replace(/^filter\./, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
