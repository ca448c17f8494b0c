import { randomUUID } from 'node:crypto';
import { DEMO_CONTACTS, type DemoContact } from '@/db/seed-contacts';
import type { Random } from '@/db/seed-random';
import { filledThread } from '@/db/seed-thread';
import { ANSWERS, CHASERS, spokenOf, THREADS } from '@/db/seed-threads';
import { channelValues, crmValues, DEMO_CHANNELS, demoPage } from '@/db/seed-values';
import type { DeskApi } from './desk-api';
import { readLanguage, type Standing } from './simulate-queue';

/** So many strangers come in all; then they come back. */
const STRANGERS = 400;

const LOYALTY = ['Bronze', 'Silver', 'Silver', 'Gold', 'Platinum', 'Platinum'];

/** The world outside the desk: customers who write and walk, the CRM, the channels. */
export class Customers {
  private readonly firstStranger: number;
  private arrived = 0;

  constructor(
    private readonly api: DeskApi,
    private readonly random: Random,
    /** Whether the desk asks a CRM by itself: then nobody need say for it who has arrived. */
    private readonly asksCrm: boolean,
  ) {
    this.firstStranger = random.between(0, STRANGERS - 1);
  }

  /** Somebody writes in for the first time, or comes back after long. */
  async arrive(nowMs: number): Promise<void> {
    const { random } = this;
    const notable = random.chance(0.1);
    const number = notable ? this.nextBelgian() : this.nextStranger();
    const contact = stranger(number);
    const channel = notable || random.chance(0.3) ? 'api' : random.pick(DEMO_CHANNELS);
    const externalId = `walk-in-${number}`;
    const thread = filledThread(random.pick(THREADS[contact.spoken]), random);
    const counted = channel === 'twitter' || (notable && random.chance(0.6));
    const followers = counted
      ? Math.round(notable ? 1_500 + 30_000 * random.next() ** 2 : 12 * 1_200 ** random.next())
      : 0;
    const values = new Map(channelValues(channel, { contact, number, followers }, random));
    if (notable || random.chance(0.4)) values.set('country', contact.country);
    await this.message(channel, { externalId, name: contact.name }, thread.opening, values);
    if (this.asksCrm || channel !== 'api' || (!notable && random.chance(0.3))) return;
    const known = crmValues(notable || random.chance(0.3), nowMs, random);
    await this.writes(externalId, 'crm', Object.fromEntries(known));
  }

  private nextStranger(): number {
    this.arrived += 1;
    return (this.firstStranger + this.arrived) % STRANGERS;
  }

  /** French speakers in Belgium match two high-priority segments of the demo from the start. */
  private nextBelgian(): number {
    const number = this.nextStranger();
    return stranger(number).language === 'fr-BE' ? number : this.nextBelgian();
  }

  /** Somebody who waits asks again; `answered` ones have more to say. */
  async writesAgain(standing: Standing, answered: boolean): Promise<void> {
    const { random } = this;
    const spoken = spokenOf(await readLanguage(this.api, standing.conversationId));
    const text = random.pick((answered ? ANSWERS : CHASERS)[spoken]);
    const onWebsite = standing.channel === 'website';
    const values = new Map(onWebsite ? [['page_url', demoPage(random)]] : []);
    await this.message(standing.channel, standing.contact, text, values);
  }

  /** A customer moves on to another page. */
  walks = ({ contact }: Standing) =>
    this.writes(contact.externalId, 'channel', { page_url: demoPage(this.random) });

  /** A customer's loyalty status changes in the CRM. */
  changesLoyalty = ({ contact }: Standing) =>
    this.writes(contact.externalId, 'crm', { loyalty_status: this.random.pick(LOYALTY) });

  /** The channel counts a customer's followers anew. */
  countsFollowers = ({ contact }: Standing) =>
    this.writes(contact.externalId, 'channel', {
      twitter_followers: Math.round(12 * 1_200 ** this.random.next()),
    });

  private async message(
    channel: string,
    contact: { externalId: string; name: string },
    text: string,
    values: ReadonlyMap<string, unknown>,
  ): Promise<void> {
    await this.api.send({
      method: 'POST',
      path: `/channels/${channel}/messages`,
      body: {
        contact: { ...contact, attributes: Object.fromEntries(values) },
        text,
        externalMessageId: randomUUID(),
      },
    });
  }

  private writes(externalId: string, as: 'crm' | 'channel', values: object): Promise<void> {
    const path = `/contacts/${encodeURIComponent(externalId)}/attributes`;
    return this.api.send({ method: 'PATCH', path, body: { as, values } });
  }
}

/** A made-up person: the first name of one of the demo's customers with the last name of a compatriot. */
function stranger(number: number): DemoContact {
  // In steps, because the list is by country.
  const place = (number * 37) % DEMO_CONTACTS.length;
  const [contact, ...others] = [...DEMO_CONTACTS.slice(place), ...DEMO_CONTACTS];
  if (!contact) throw new Error('The demo has no contacts.');
  const compatriots = others.filter(({ country }) => country === contact.country);
  const compatriot = compatriots[number % Math.max(1, compatriots.length)] ?? contact;
  const [first = contact.name] = contact.name.split(' ');
  const last = compatriot.name.split(' ').slice(1).join(' ');
  return { ...contact, name: `${first} ${last}`.trim() };
}
