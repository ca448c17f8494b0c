import type { Desk } from '@/lib/desk/desk';
import type { Attempt, Delivery } from '@/lib/desk/endpoint';
import { type BackOff, backOffMs } from '@/lib/outgoing/back-off';
import type { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { isOutgoingFailure } from '@/lib/outgoing/outgoing-failure';
import { type Called, callEndpoint } from './call-endpoint';
import { Rests } from './rests';

const LOOK_EVERY_MS = 1_000;
const MOST_AT_ONCE = 100;
const MOST_OF_ONE = 5;
/** With pauses that double up to six hours, that is a day and a half on average, and three at most. */
const MOST_ATTEMPTS = 24;
const BACK_OFF: BackOff = { firstMs: 5_000, mostMs: 6 * 3_600_000 };
/** How long a server is left alone that fails whatever it is called with. */
const REST_MS = 10_000;
const GONE = 410;

export type DelivererOptions = {
  desk: Desk;
  outgoing: GuardedFetch;
  onError: (error: unknown) => void;
  backOff?: BackOff;
  mostAttempts?: number;
  restMs?: number;
  lookEveryMs?: number;
  /** From 0 to 1, without 1. */
  chance?: () => number;
};

/**
 * Makes the calls that are due: about one contact one after the other, else many at once. A call
 * that fails is tried again after a pause that grows, until it is given up; a call is over only when
 * what came of it is kept, so that each is made at least once, whatever happens to the process.
 */
export class Deliverer {
  private readonly underWay = new Map<number, Promise<void>>();
  /** How many are under way to each. */
  private readonly byEndpoint = new Map<string, number>();
  private readonly rests: Rests;
  private readonly ending = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly unsubscribe: () => void;
  private looking: Promise<void> | null = null;
  private isAskedAgain = false;

  constructor(private readonly options: DelivererOptions) {
    this.rests = new Rests(options.restMs ?? REST_MS);
    this.unsubscribe = options.desk.deliveries.onWake(() => this.look());
    this.timer = setInterval(() => this.look(), options.lookEveryMs ?? LOOK_EVERY_MS);
    this.timer.unref();
    this.look();
  }

  /** Gives up what is under way, which is tried again at the next start, and calls nobody any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.unsubscribe();
    this.ending.abort();
    await this.looking;
    await Promise.all(this.underWay.values());
  }

  /** One look at a time; who asks during one gets another after it. */
  private look(): void {
    if (this.ending.signal.aborted) return;
    this.isAskedAgain = true;
    this.looking ??= this.lookUntilDone()
      .catch(this.options.onError)
      .finally(() => {
        this.looking = null;
      });
  }

  private async lookUntilDone(): Promise<void> {
    const { desk } = this.options;
    const { webhooks } = desk.store;
    while (this.isAskedAgain && !this.ending.signal.aborted) {
      this.isAskedAgain = false;
      const now = desk.now();
      const resting = new Set(this.rests.at(now));
      for (const { id, enabled } of await webhooks.endpoints()) {
        const room = this.roomFor(id);
        if (!enabled || resting.has(id) || room <= 0) continue;
        // Those under way are due still: so many more are looked at.
        const due = await webhooks.due(id, now, room + (this.byEndpoint.get(id) ?? 0));
        const fresh = due.filter((delivery) => !this.underWay.has(delivery.id));
        for (const delivery of fresh.slice(0, room)) this.begin(delivery);
      }
    }
  }

  /** One endpoint that answers slowly leaves room for others; one in doubt is tried with a single call. */
  private roomFor(endpointId: string): number {
    const most = this.rests.isInDoubt(endpointId) ? 1 : MOST_OF_ONE;
    const free = MOST_AT_ONCE - this.underWay.size;
    return Math.min(free, most - (this.byEndpoint.get(endpointId) ?? 0));
  }

  private begin(delivery: Delivery): void {
    const { id, endpointId } = delivery;
    const count = (by: number) =>
      this.byEndpoint.set(endpointId, (this.byEndpoint.get(endpointId) ?? 0) + by);
    const end = () => {
      this.underWay.delete(id);
      count(-1);
    };
    count(1);
    const work = this.deliver(delivery).then(
      () => {
        end();
        this.look();
      },
      (error) => {
        end();
        // It is due as before, and the next look takes it up.
        const isStopped = isOutgoingFailure(error) && error.code === 'stopped';
        if (!isStopped) this.options.onError(error);
      },
    );
    this.underWay.set(id, work);
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const { desk, outgoing } = this.options;
    const endpoint = await desk.store.webhooks.endpoint(delivery.endpointId);
    if (!endpoint) return;
    const call = { url: endpoint.url, signal: this.ending.signal };
    const called = await callEndpoint(desk, outgoing, delivery, call);
    this.rests.note(delivery.endpointId, called.isTaken, desk.now());
    await desk.deliveries.tried(delivery, this.attemptOf(delivery, called));
  }

  private attemptOf(delivery: Delivery, called: Called): Attempt {
    const { desk, backOff = BACK_OFF, mostAttempts = MOST_ATTEMPTS } = this.options;
    const now = desk.now();
    const attempts = delivery.attempts + 1;
    const isGivenUp = attempts >= mostAttempts || called.status === GONE;
    const chance = (this.options.chance ?? Math.random)();
    const pauseMs = Math.max(backOffMs(attempts, backOff, chance), called.restMs);
    return {
      deliveryId: delivery.id,
      state: called.isTaken ? 'delivered' : isGivenUp ? 'dead' : 'due',
      attempts,
      dueAt: called.isTaken ? now : now + pauseMs,
      triedAt: now,
      status: called.status,
      problem: called.problem,
      answer: called.answer,
    };
  }
}
