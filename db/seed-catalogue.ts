import { createAttribute } from '@/lib/commands/attributes/create-attribute';
import { createChannel } from '@/lib/commands/channels/create-channel';
import { invitePerson } from '@/lib/commands/people/invite-person';
import { setPrioritization } from '@/lib/commands/prioritization/set-prioritization';
import { saveSegment } from '@/lib/commands/segments/save-segment';
import { createToken } from '@/lib/commands/tokens/create-token';
import { type Ctx, type PersonCaller, SYSTEM, type TokenCaller } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import type { ChannelKind, Role } from '@/lib/desk/facts';
import { SAMPLE_SEGMENTS, type SampleSegment } from '@/lib/segments/sample-segments';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { seedCannedReplies } from './seed-canned-replies';
import { seedSavedViews } from './seed-saved-views';

/** Who works the demo desk. The first of each role is the one that one-click sign-in opens. */
const COLLEAGUES: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Sofia Lindqvist', email: 'sofia@frontrow.example', role: 'admin' },
  { name: 'Marcus Adeyemi', email: 'marcus@frontrow.example', role: 'supervisor' },
  { name: 'Noor Haddad', email: 'noor@frontrow.example', role: 'agent' },
  { name: 'Tomás Herrera', email: 'tomas@frontrow.example', role: 'agent' },
  { name: 'Mei-Ling Chow', email: 'mei-ling@frontrow.example', role: 'agent' },
  { name: 'Baptiste Moreau', email: 'baptiste@frontrow.example', role: 'agent' },
];

const CHANNELS: readonly { key: string; label: string; kind?: ChannelKind }[] = [
  { key: 'website', label: 'Website', kind: 'messenger' },
  { key: 'twitter', label: 'X (Twitter)' },
  { key: 'app', label: 'App' },
  { key: 'email', label: 'E-mail' },
];

const MORE_SEGMENTS: readonly SampleSegment[] = [
  {
    name: 'At checkout',
    join: 'all',
    conditions: [{ attribute: 'page_url', operator: 'contains', operand: '/checkout' }],
  },
  {
    name: 'German speakers',
    join: 'all',
    conditions: [{ attribute: 'language', operator: 'beginsWith', operand: 'de' }],
  },
  {
    name: 'Loyal for years',
    join: 'all',
    conditions: [
      { attribute: 'customer_since', operator: 'lt', operand: '2020-01-01' },
      { attribute: 'loyalty_status', operator: 'anyOf', operand: ['Gold', 'Platinum'] },
    ],
  },
  {
    name: 'Big spenders',
    join: 'all',
    conditions: [{ attribute: 'lifetime_value', operator: 'gte', operand: '5000' }],
  },
  {
    name: 'On an iPhone',
    join: 'all',
    conditions: [{ attribute: 'device_platform', operator: 'beginsWith', operand: 'iOS' }],
  },
];

const HIGH_PRIORITY = [
  'At checkout',
  'Influencers on Twitter',
  'Loyalty Platinum',
  'French speakers',
  'In Belgium',
];

/** On whose behalf the demo's facts come in. */
export type DemoCallers = {
  agents: readonly PersonCaller[];
  channels: TokenCaller;
  crm: TokenCaller;
};

/** Makes the demo's people, channels, attribute, segments, canned replies, shared views and tokens, each at its own moment. */
export async function seedCatalogue(desk: Desk, tick: () => void): Promise<DemoCallers> {
  const people = await seedPeople(desk, tick);
  const [admin] = people.filter(({ role }) => role === 'admin');
  if (!admin) throw new Error('The demo needs an admin.');
  const ctx: Ctx = { desk, caller: admin };
  for (const input of CHANNELS) {
    tick();
    await createChannel({ ctx, input });
  }
  tick();
  const lifetimeValue = { key: 'lifetime_value', label: 'Lifetime value' };
  const input = { ...lifetimeValue, format: 'number', manager: 'crm' } as const;
  await createAttribute({ ctx, input });

  const highPriority: string[] = [VIP_SEGMENT.id];
  for (const segment of [...SAMPLE_SEGMENTS, ...MORE_SEGMENTS]) {
    tick();
    const { id, name } = await saveSegment({ ctx, input: segment });
    if (HIGH_PRIORITY.includes(name)) highPriority.push(id);
  }
  tick();
  await setPrioritization({ ctx, input: { segmentIds: highPriority } });

  const [supervisor = admin] = people.filter(({ role }) => role === 'supervisor');
  await seedCannedReplies({ desk, caller: supervisor }, tick);
  await seedSavedViews({ desk, caller: supervisor }, tick);

  tick();
  const channels = await tokenCaller(ctx, 'Channel gateway');
  tick();
  const crm = await tokenCaller(ctx, 'CRM sync');
  return { agents: people.filter(({ role }) => role === 'agent'), channels, crm };
}

async function seedPeople(desk: Desk, tick: () => void): Promise<PersonCaller[]> {
  const people: PersonCaller[] = [];
  for (const input of COLLEAGUES) {
    tick();
    const caller = people[0] ?? SYSTEM;
    const { person } = await invitePerson({ ctx: { desk, caller }, input });
    people.push({ kind: 'person', id: person.id, name: person.name, role: person.role });
  }
  return people;
}

async function tokenCaller(ctx: Ctx, name: string): Promise<TokenCaller> {
  const { token } = await createToken({ ctx, input: { name, scope: 'ingest' } });
  return { kind: 'token', id: token.id, name: token.name, scope: token.scope };
}
