import { placeholderKeys } from '@/lib/attributes/placeholders';
import type { Desk } from './desk';
import type { Memory } from './memory';
import { segmentsByName } from './reads/catalogue';
import type { SegmentRow } from './store';
import type { AttributeDependents } from './wire-attributes';

/** Everything that names an attribute, each kind by name. */
export type AttributeUsers = Omit<AttributeDependents, 'contacts'>;

/** Reads what names the attribute. What names one that is gone would go on failing unseen. */
export async function usersOf({ memory, store }: Desk, key: string): Promise<AttributeUsers> {
  const isKey = ({ attribute }: { attribute: string }) => attribute === key;
  const channels = [...memory.channels.values()].sort(
    (a, b) => a.label.localeCompare(b.label) || (a.key < b.key ? -1 : 1),
  );
  const mappings: AttributeUsers['mappings'] = [];
  const messengers: AttributeUsers['messengers'] = [];
  for (const { key: channel, label, kind } of channels) {
    if (kind === 'webhook') {
      const mapped = (await store.webhooks.mapping(channel))?.mapping.attributes;
      if (mapped?.some(isKey)) mappings.push({ channel, label });
    } else if (kind === 'messenger') {
      const asked = (await store.messenger(channel))?.preChat;
      if (asked?.some(isKey)) messengers.push({ channel, label });
    }
  }
  const replies = (await store.cannedReplies()).filter(({ text }) =>
    placeholderKeys(text).has(key),
  );
  const { connection } = memory.crm;
  return {
    segments: segmentsNaming(memory, key).map(({ id, name }) => ({ id, name })),
    cannedReplies: replies
      .map(({ id, title }) => ({ id, title }))
      .sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1)),
    mappings,
    messengers,
    crm: connection !== null && (connection.keyAttribute === key || connection.fields.some(isKey)),
  };
}

/** Who they are in one sentence's middle: "the segment Gold, the messenger of Shop"; null for nobody. */
export function usersInWords(users: AttributeUsers): string | null {
  const kinds = [
    ['the segment', users.segments.map(({ name }) => name)],
    ['the canned reply', users.cannedReplies.map(({ title }) => title)],
    ['the webhook mapping of', users.mappings.map(({ label }) => label)],
    ['the messenger of', users.messengers.map(({ label }) => label)],
  ] as const;
  const words = kinds.flatMap(([kind, names]) => names.map((name) => `${kind} ${name}`));
  if (users.crm) words.push('the CRM connection');
  return words.length === 0 ? null : words.join(', ');
}

/** The segments with a condition on the attribute, by name. */
export function segmentsNaming(memory: Memory, attribute: string): SegmentRow[] {
  return segmentsByName(memory).filter(({ conditions }) =>
    conditions.some((condition) => condition.attribute === attribute),
  );
}
