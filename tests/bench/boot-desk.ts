import { migrateDatabase } from '@/db/sqlite/migrate';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { Format, Manager, Scalar } from '@/lib/attributes/attribute';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import { API_CHANNEL, DESK_NAMESPACE } from '@/lib/desk/facts';
import { layFoundation } from '@/lib/desk/foundation';
import type { Condition } from '@/lib/segments/segment';
import { randomFrom } from './random';

export type BootSize = { conversations: number; segments: number; seed: number };

type Random = () => number;
type Fact = { key: string; source: Manager; of: (place: number, random: Random) => Scalar };
type OwnFact = Fact & { format: Format };

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(2020, 0, 1);
const COUNTRIES = ['Belgium', 'France', 'Germany', 'Spain', 'Kenya', 'Japan', 'Brazil', 'Chile'];
const LANGUAGES = ['nl', 'fr', 'de', 'es', 'sw', 'ja', 'pt'];
const LEVELS = ['bronze', 'silver', 'gold', 'platinum'];
const PLATFORMS = ['iOS', 'Android', 'Windows', 'macOS', 'Linux'];
const PLANS = ['free', 'team', 'business', 'enterprise'];

const oneOf = (choices: readonly string[], random: Random) =>
  choices[Math.floor(random() * choices.length)] ?? '';
const upTo = (most: number, random: Random) => Math.floor(random() * most);
const dayOf = (random: Random) =>
  new Date(EPOCH_MS + upTo(2_000, random) * DAY_MS).toISOString().slice(0, 10);

/** The standard attributes: those that everybody has their own of, and those with few values. */
const STANDARD: readonly Fact[] = [
  { key: 'vip', source: 'agent', of: (_, r) => r() < 0.02 },
  { key: 'name', source: 'channel', of: (place) => `Contact Number ${place}` },
  { key: 'email', source: 'agent', of: (place, r) => `contact${place}@${upTo(99, r)}.example` },
  { key: 'phone', source: 'agent', of: (_, r) => `+32 4${10_000_000 + upTo(89_999_999, r)}` },
  { key: 'language', source: 'agent', of: (_, r) => oneOf(LANGUAGES, r) },
  { key: 'country', source: 'agent', of: (_, r) => oneOf(COUNTRIES, r) },
  {
    key: 'page_url',
    source: 'channel',
    of: (_, r) => `https://shop.example/product/${upTo(500, r)}`,
  },
  { key: 'referrer', source: 'channel', of: (_, r) => `https://news.example/${upTo(50, r)}` },
  { key: 'device_platform', source: 'channel', of: (_, r) => oneOf(PLATFORMS, r) },
  { key: 'twitter_followers', source: 'channel', of: (_, r) => Math.floor(r() ** 4 * 100_000) },
  { key: 'loyalty_status', source: 'crm', of: (_, r) => oneOf(LEVELS, r) },
  { key: 'customer_since', source: 'crm', of: (_, r) => dayOf(r) },
];

const OWN: readonly OwnFact[] = [
  { key: 'orders', format: 'number', source: 'crm', of: (_, r) => upTo(200, r) },
  { key: 'spent', format: 'number', source: 'crm', of: (_, r) => upTo(1_000_000, r) / 100 },
  { key: 'last_order', format: 'date', source: 'crm', of: (_, r) => dayOf(r) },
  { key: 'plan', format: 'text', source: 'crm', of: (_, r) => oneOf(PLANS, r) },
  { key: 'company', format: 'text', source: 'crm', of: (_, r) => `Company ${upTo(3_000, r)}` },
  { key: 'account', format: 'text', source: 'crm', of: (place) => `ACC-${place * 7 + 1_000_000}` },
  { key: 'newsletter', format: 'boolean', source: 'crm', of: (_, r) => r() < 0.4 },
  { key: 'open_invoices', format: 'number', source: 'crm', of: (_, r) => upTo(5, r) },
];

const CONDITIONS: readonly ((random: Random) => Condition)[] = [
  (r) => ({ attribute: 'twitter_followers', operator: 'gt', operand: String(upTo(90_000, r)) }),
  (r) => ({ attribute: 'country', operator: 'eq', operand: oneOf(COUNTRIES, r) }),
  (r) => ({ attribute: 'page_url', operator: 'contains', operand: `/product/${upTo(500, r)}` }),
  (r) => ({ attribute: 'spent', operator: 'gte', operand: String(upTo(10_000, r)) }),
  (r) => ({ attribute: 'customer_since', operator: 'lt', operand: dayOf(r) }),
  (r) => ({ attribute: 'email', operator: 'endsWith', operand: `${upTo(99, r)}.example` }),
];

/**
 * Fills a new database with open conversations, each of a contact with 20 values: some that nobody
 * else has, some that many share. The rows are written past the desk, which is quicker; the
 * catalogue is not. Every tenth segment is high-priority.
 */
export async function fillForBoot(path: string, size: BootSize): Promise<void> {
  migrateDatabase(path);
  const random = randomFrom(size.seed);
  const desk = await Desk.open({ store: await openSqliteStore({ path }) });
  await layFoundation(desk);
  const start = desk.memory.attributes.size;
  const ids = Array.from({ length: size.segments }, (_, place) => `segment-${place}`);
  await desk.commit({
    actor: SYSTEM,
    cause: 'fillForBoot',
    expect: [],
    entries: [
      ...OWN.map(({ key, format, source }, place): EntryDraft => {
        const rest = { enabled: true, standard: false, position: start + place };
        const after = { key, label: key, format, manager: source, ...rest };
        return { kind: 'attribute.created', body: { after } };
      }),
      ...ids.map((id, place) => segmentOf(id, place, random)),
      {
        kind: 'prioritization.changed',
        body: { before: [], after: ids.filter((_, place) => place % 10 === 0) },
      },
    ],
  });
  await desk.close();
  writeRows(path, size.conversations, random);
}

function segmentOf(id: string, place: number, random: Random): EntryDraft {
  const condition = CONDITIONS[place % CONDITIONS.length]?.(random);
  const conditions = condition ? [condition] : [];
  const after = { id, name: `Segment ${place}`, join: 'all' as const, conditions };
  return { kind: 'segment.saved', body: { before: null, after } };
}

function writeRows(path: string, conversations: number, random: Random): void {
  const { $client } = openDatabase(path);
  const contact = $client.prepare('insert into contacts values (?, ?, ?, 1)');
  const value = $client.prepare('insert into contact_values values (?, ?, ?, ?, ?)');
  const conversation = $client.prepare(
    `insert into conversations (id, contact_id, channel, status, waiting_since, last_activity_at,
      opened_at, preview, revision) values (?, ?, ?, 'new', ?, ?, ?, ?, 1)`,
  );
  const facts: readonly Fact[] = [...STANDARD, ...OWN];
  $client.transaction(() => {
    for (let place = 0; place < conversations; place += 1) {
      // As long as the ids that the desk makes, and like those in the order of their making.
      const id = `019a0000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`;
      const at = EPOCH_MS + place * 1_000;
      contact.run(id, DESK_NAMESPACE, `contact-${place}`);
      for (const { key, source, of } of facts) {
        value.run(id, key, JSON.stringify(of(place, random)), source, at + upTo(DAY_MS, random));
      }
      const preview = `Where is my order ${upTo(1_000_000, random)}? I have waited for it since.`;
      conversation.run(id.replace('7000', '7001'), id, API_CHANNEL.key, at, at, at, preview);
    }
  })();
  $client.pragma('wal_checkpoint(TRUNCATE)');
  $client.close();
}
