import { DEMO_CONTACTS, type DemoContact } from './seed-contacts';
import type { Random } from './seed-random';
import type { DemoChannel } from './seed-values';

export type DemoStatus = 'new' | 'pending' | 'resolved';

/** What becomes of one customer in the demo. */
export type DemoPlan = {
  contact: DemoContact;
  /** From 1, in no order of importance. */
  number: number;
  channel: DemoChannel;
  status: DemoStatus;
  vip: boolean;
  platinum: boolean;
  /** 0 where no channel knows it. */
  followers: number;
  /** Has written before, on an earlier day. */
  returning: boolean;
  /** How long ago the customer wrote what the conversation stands by. */
  agoMs: number;
  /** A New one that was answered once, and to which the customer has written again. */
  again: boolean;
  /** A New one that a colleague has taken. */
  owned: boolean;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const NEW_COUNT = 70;
const PENDING_COUNT = 25;

/** Customers about whom nearly everything is known: the top of the queue. */
const STARS: readonly (Partial<DemoPlan> & { name: string })[] = [
  { name: 'Léa Fontaine', vip: true, platinum: true, followers: 12_431, agoMs: 9.7 * MINUTE },
  { name: 'Éloïse Vandenbroucke', channel: 'app', vip: true, platinum: true, agoMs: 6.3 * MINUTE },
  { name: 'Amélie Roy', vip: true, platinum: true, followers: 2_040, agoMs: 4.1 * MINUTE },
  { name: 'Bastien Dumoulin', channel: 'api', platinum: true, agoMs: 7.9 * MINUTE },
  { name: 'Wout De Smet', vip: true, platinum: true, agoMs: 3.2 * MINUTE },
];

/** Decides what becomes of each customer. Pure but for its draws. */
export function demoPlans(random: Random): DemoPlan[] {
  const isStar = ({ name }: DemoContact) => STARS.some((star) => star.name === name);
  const others = shuffled(
    DEMO_CONTACTS.filter((contact) => !isStar(contact)),
    random,
  );
  const contacts = [...DEMO_CONTACTS.filter(isStar), ...others];
  return contacts.map((contact, index) => {
    const star = STARS.find(({ name }) => name === contact.name);
    const plan = usualPlan(contact, index, random);
    return star
      ? { ...plan, channel: 'website', returning: true, again: false, owned: false, ...star }
      : plan;
  });
}

function usualPlan(contact: DemoContact, index: number, random: Random): DemoPlan {
  const status =
    index < NEW_COUNT ? 'new' : index < NEW_COUNT + PENDING_COUNT ? 'pending' : 'resolved';
  const channel = usualChannel(random);
  const vip = random.chance(0.11);
  return {
    contact,
    number: index + 1,
    channel,
    status,
    vip,
    platinum: random.chance(0.15),
    followers: channel === 'twitter' ? Math.round(12 * 1_200 ** random.next()) : 0,
    returning: vip || random.chance(0.4),
    agoMs: status === 'new' ? waitingMs(random) : random.between(9, 62) * MINUTE,
    again: random.chance(0.2),
    owned: random.chance(0.2),
  };
}

function usualChannel(random: Random): DemoChannel {
  const draw = random.next();
  if (draw < 0.34) return 'website';
  if (draw < 0.52) return 'app';
  if (draw < 0.72) return 'api';
  return draw < 0.87 ? 'twitter' : 'email';
}

/** Most wait for a few minutes, some for up to forty. */
function waitingMs(random: Random): number {
  const draw = random.next();
  if (random.chance(0.12)) return (12 + 28 * draw ** 2) * MINUTE;
  return 10 * SECOND + 11 * draw ** 1.5 * MINUTE;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((one) => ({ one, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
