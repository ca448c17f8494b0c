import { migrateDatabase } from '@/db/sqlite/migrate';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { AttributeValue } from '@/lib/attributes/attribute';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import { API_CHANNEL, DESK_NAMESPACE } from '@/lib/desk/facts';
import { layFoundation } from '@/lib/desk/foundation';
import { newId } from '@/lib/desk/ids';
import type { Operator } from '@/lib/segments/operator';
import { randomFrom } from './random';

export type Filling = { conversations: number; segments: number; seed: number };

const COUNTRIES = ['Belgium', 'France', 'Germany', 'Spain', 'Kenya', 'Japan', 'Brazil', 'Chile'];
const LEVELS = ['bronze', 'silver', 'gold'];
const CHUNK = 500;

/**
 * Fills a new database with New conversations of contacts with six values each, and with segments
 * over those values; every tenth segment is high-priority. The same seed fills the same desk.
 */
export async function fillDesk(path: string, filling: Filling): Promise<void> {
  migrateDatabase(path);
  const store = await openSqliteStore({ path });
  const desk = await Desk.open({ store });
  await layFoundation(desk);
  const random = randomFrom(filling.seed);
  const commit = (entries: EntryDraft[]) =>
    store.commit({ actor: SYSTEM, cause: 'fillDesk', expect: [], entries });
  await commit(segmentsOf(filling.segments, random));
  const now = Date.now();
  for (let from = 0; from < filling.conversations; from += CHUNK) {
    const count = Math.min(CHUNK, filling.conversations - from);
    const places = Array.from({ length: count }, (_, index) => from + index);
    await commit(places.flatMap((place) => conversationOf(place, now, filling, random)));
  }
  await desk.close();
}

function segmentsOf(count: number, random: () => number): EntryDraft[] {
  const ids: string[] = [];
  const saved = Array.from({ length: count }, (_, index): EntryDraft => {
    const id = newId(Date.now());
    ids.push(id);
    const condition = CONDITIONS[index % CONDITIONS.length]?.(random) ?? NEVER;
    return {
      kind: 'segment.saved',
      body: {
        before: null,
        after: { id, name: `Segment ${index + 1}`, join: 'all', conditions: [condition] },
      },
    };
  });
  const after = ids.filter((_, index) => index % 10 === 0);
  return [...saved, { kind: 'prioritization.changed', body: { before: [], after } }];
}

type Made = { attribute: string; operator: Operator; operand: string };

const NEVER: Made = { attribute: 'name', operator: 'eq', operand: 'nobody at all' };
const CONDITIONS: ((random: () => number) => Made)[] = [
  (r) => ({
    attribute: 'twitter_followers',
    operator: 'gt',
    operand: String(Math.floor(r() * 100_000)),
  }),
  (r) => ({ attribute: 'country', operator: 'eq', operand: oneOf(COUNTRIES, r) }),
  (r) => ({ attribute: 'loyalty_status', operator: 'eq', operand: oneOf(LEVELS, r) }),
  (r) => ({
    attribute: 'page_url',
    operator: 'contains',
    operand: `/product/${Math.floor(r() * 500)}`,
  }),
  (r) => ({ attribute: 'email', operator: 'endsWith', operand: `${Math.floor(r() * 99)}.example` }),
];

function conversationOf(
  place: number,
  now: number,
  { conversations }: Filling,
  random: () => number,
): EntryDraft[] {
  const contactId = newId(now);
  const conversationId = newId(now);
  const at = now - (conversations - place) * 10;
  const value = (content: AttributeValue['value'], source: AttributeValue['source']) => ({
    value: content,
    source,
    setAt: at,
  });
  const values: Record<string, AttributeValue> = {
    name: value(`Contact ${place}`, 'channel'),
    email: value(`contact${place}@${Math.floor(random() * 99)}.example`, 'agent'),
    country: value(oneOf(COUNTRIES, random), 'agent'),
    page_url: value(`https://shop.example/product/${Math.floor(random() * 500)}`, 'channel'),
    twitter_followers: value(Math.floor(random() ** 4 * 100_000), 'channel'),
    loyalty_status: value(oneOf(LEVELS, random), 'crm'),
  };
  const externalId = `contact-${place}`;
  const after = {
    status: 'new' as const,
    ownerId: null,
    waitingSince: at,
    lastActivityAt: at,
    returnsAt: null,
    skippedBy: null,
  };
  const body = { conversationId, contactId, channel: API_CHANNEL.key, before: null, after };
  return [
    {
      kind: 'contact.created',
      body: { contactId, namespace: DESK_NAMESPACE },
      personal: { externalId },
    },
    {
      kind: 'contact.attributesChanged',
      body: { contactId, attributes: Object.keys(values), source: 'channel' },
      personal: {
        changes: Object.entries(values).map(([attribute, after]) => ({
          attribute,
          before: null,
          after,
        })),
      },
    },
    { kind: 'conversation.opened', body, personal: { contact: { externalId, values } } },
    {
      kind: 'conversation.messageReceived',
      body: {
        ...body,
        messageId: newId(now),
        externalMessageId: `message-${place}`,
        sentAt: null,
      },
      personal: { text: `Message of contact ${place}`, refused: [] },
    },
  ];
}

function oneOf(choices: readonly string[], random: () => number): string {
  return choices[Math.floor(random() * choices.length)] ?? '';
}
