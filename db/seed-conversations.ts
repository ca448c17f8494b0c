import { randomUUID } from 'node:crypto';
import type { Scalar } from '@/lib/attributes/attribute';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { upsertContact } from '@/lib/commands/contacts/upsert-contact';
import { writeValues } from '@/lib/commands/contacts/write-values';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { noteOnConversation } from '@/lib/commands/conversations/note-on-conversation';
import { releaseConversation } from '@/lib/commands/conversations/release-conversation';
import { replyToConversation } from '@/lib/commands/conversations/reply-to-conversation';
import { setStatus } from '@/lib/commands/conversations/set-status';
import type { PersonCaller } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { namespaceOf } from '@/lib/desk/facts';
import type { DemoCallers } from './seed-catalogue';
import type { DemoPlan } from './seed-plans';
import type { Random } from './seed-random';
import { filledThread, type Thread } from './seed-thread';
import { THREADS } from './seed-threads';
import { channelValues, crmValues, handValues } from './seed-values';

/** Something that happens on the demo desk at a moment, in milliseconds. */
export type Step = { at: number; run: () => Promise<unknown> };

type Setting = { desk: Desk; callers: DemoCallers; nowMs: number; random: Random };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** One customer's story, from the plan; its steps are in no order. */
export function stepsOf(plan: DemoPlan, setting: Setting): Step[] {
  const { nowMs, random } = setting;
  const threads = THREADS[plan.contact.spoken];
  const actors = new Actors(plan, setting);
  // By number, so that neighbours in the queue do not all write about the same.
  const threadAt = (place: number) =>
    filledThread(threads[place % threads.length] ?? random.pick(threads), random);
  const thread = threadAt(plan.number);
  const wroteAt = nowMs - plan.agoMs;
  const later = laterSteps(plan, thread, wroteAt, actors, setting);
  if (plan.returning) {
    const before = threadAt(plan.number + 1);
    const onceAt = nowMs - random.between(1, 18) * DAY - random.between(0, 600) * MINUTE;
    return [...closedSteps(before, onceAt, actors, setting), ...later];
  }
  if (!random.chance(0.6)) return later;
  const knownAt = plan.channel === 'api' ? nowMs - random.between(1, 20) * DAY : actors.knownAt;
  return [...later, { at: Math.min(knownAt, nowMs), run: () => actors.crmWrites() }];
}

/** What happens today. */
function laterSteps(
  plan: DemoPlan,
  thread: Thread,
  wroteAt: number,
  actors: Actors,
  { nowMs, random }: Setting,
): Step[] {
  const between = (share: number) => Math.round(wroteAt + (nowMs - wroteAt) * share);
  if (plan.status === 'resolved')
    return answeredSteps(thread, wroteAt, plan.agoMs * 0.8, actors, true);
  if (plan.status === 'pending') {
    return answeredSteps(thread, wroteAt, plan.agoMs * random.next() * 0.9, actors, false);
  }
  const steps: Step[] = [];
  if (plan.again) {
    const openedAt = wroteAt - random.between(8, 25) * MINUTE;
    steps.push(...answeredSteps(thread, openedAt, 6 * MINUTE, actors, false));
    steps.push({ at: wroteAt, run: () => actors.customerWrites(thread.answer) });
    if (!plan.owned) steps.push({ at: between(0.3), run: () => actors.releases() });
    return steps;
  }
  steps.push({ at: wroteAt, run: () => actors.customerWrites(thread.opening) });
  const { more, note } = thread;
  if (more && random.chance(0.55)) {
    steps.push({ at: between(0.2 + 0.5 * random.next()), run: () => actors.customerWrites(more) });
  }
  if (plan.owned) {
    steps.push({ at: between(0.75), run: () => actors.claims() });
    if (note) steps.push({ at: between(0.85), run: () => actors.notes(note) });
  }
  return steps;
}

/** A colleague takes it and answers, within `takesMs` in all; then it waits for the customer, or is done. */
function answeredSteps(
  thread: Thread,
  openedAt: number,
  takesMs: number,
  actors: Actors,
  done: boolean,
): Step[] {
  const at = (share: number) => Math.round(openedAt + takesMs * share);
  const { more, note } = thread;
  const steps: Step[] = [
    { at: openedAt, run: () => actors.customerWrites(thread.opening) },
    { at: at(0.4), run: () => actors.claims() },
    { at: at(0.5), run: () => actors.enters() },
    { at: at(0.7), run: () => actors.replies(thread.reply) },
  ];
  if (more) steps.push({ at: at(0.2), run: () => actors.customerWrites(more) });
  if (note) steps.push({ at: at(0.6), run: () => actors.notes(note) });
  if (done) {
    steps.push({ at: at(0.9), run: () => actors.customerWrites(thread.answer) });
    steps.push({ at: at(1), run: () => actors.resolves() });
  }
  return steps;
}

/** A matter of another day, from which the customer is known. */
function closedSteps(thread: Thread, at: number, actors: Actors, { random }: Setting): Step[] {
  const knownAt = at + random.between(5, 50) * SECOND;
  return [
    ...answeredSteps(thread, at, random.between(8, 40) * MINUTE, actors, true),
    { at: knownAt, run: () => actors.crmWrites() },
  ];
}

/** Those who act in one customer's story: the customer, a colleague, the CRM. */
class Actors {
  readonly knownAt: number;
  private readonly externalId: string;
  private readonly colleague: PersonCaller;
  private conversationId = '';

  constructor(
    private readonly plan: DemoPlan,
    private readonly setting: Setting,
  ) {
    const { random, callers, nowMs } = setting;
    const number = String(plan.number).padStart(3, '0');
    this.externalId = plan.channel === 'api' ? `customer-${number}` : `${plan.channel}-${number}`;
    this.colleague = random.pick(callers.agents);
    this.knownAt = nowMs - plan.agoMs + random.between(2, 20) * SECOND;
  }

  async customerWrites(text: string): Promise<void> {
    const { plan, setting, externalId } = this;
    const first = this.conversationId === '';
    const values: ReadonlyMap<string, Scalar> = first
      ? channelValues(plan.channel, plan, setting.random)
      : new Map();
    const { receipt } = await receiveMessage({
      ctx: { desk: setting.desk, caller: setting.callers.channels },
      input: {
        channel: plan.channel,
        contact: { externalId, name: plan.contact.name, attributes: values },
        text,
        externalMessageId: randomUUID(),
        sentAt: null,
      },
    });
    this.conversationId = receipt.conversationId;
  }

  async crmWrites(): Promise<void> {
    const { plan, externalId, setting } = this;
    const { desk, callers, nowMs, random } = setting;
    const ctx = { desk, caller: callers.crm };
    const values = crmValues(plan.platinum, nowMs, random);
    if (plan.channel === 'api') {
      await upsertContact({ ctx, input: { externalId, as: 'crm', values } });
    } else {
      const contact = { namespace: namespaceOf(plan.channel), externalId };
      await writeValues({ ctx, input: { contact, as: 'crm', values } });
    }
  }

  /** The colleague enters what they have learnt. */
  async enters(): Promise<void> {
    const { plan, externalId, setting, ctx } = this;
    const values = handValues(plan, setting.random);
    if (values.size === 0) return;
    const contact = { namespace: namespaceOf(plan.channel), externalId };
    await writeValues({ ctx, input: { contact, as: 'agent', values } });
  }

  claims = () => claimConversation({ ctx: this.ctx, input: this.which });
  releases = () => releaseConversation({ ctx: this.ctx, input: this.which });
  notes = (text: string) => noteOnConversation({ ctx: this.ctx, input: { ...this.which, text } });
  replies = (text: string) =>
    replyToConversation({ ctx: this.ctx, input: { ...this.which, text } });
  resolves = () => setStatus({ ctx: this.ctx, input: { ...this.which, status: 'resolved' } });

  private get which() {
    return { conversationId: this.conversationId };
  }

  private get ctx() {
    return { desk: this.setting.desk, caller: this.colleague };
  }
}
