import { readCrmRecord } from '@/lib/commands/crm/crm-values';
import { type LookupOutcome, recordLookup } from '@/lib/commands/crm/record-lookup';
import { SYSTEM } from '@/lib/desk/context';
import { type CrmConnection, crmKeyOf } from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import type { Contact } from '@/lib/desk/facts';
import { backOffMs, retryAfterMs } from '@/lib/outgoing/back-off';
import { Circuit } from '@/lib/outgoing/circuit';
import type { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { isOutgoingFailure } from '@/lib/outgoing/outgoing-failure';
import { askCrm, understood } from './ask-crm';

/** So few that a CRM which hangs holds up little, and one that is quick is not flooded. */
const AT_ONCE = 8;
const MOST_TRIES = 10;
/** What went wrong is in the log of who runs the desk. */
const OUR_FAULT = 'Something went wrong on this desk, not in the CRM.';
const RESTS_AFTER_FAILURES = 5;

/** How quickly things follow each other, in milliseconds. */
export type CrmPace = {
  lookEveryMs: number;
  /** The longest pause after a first failure, and after many. */
  firstMs: number;
  mostMs: number;
  /** How long a CRM that fails again and again is left alone. */
  restMs: number;
};
const PACE: CrmPace = { lookEveryMs: 1_000, firstMs: 1_000, mostMs: 600_000, restMs: 15_000 };

export type CrmLookupsOptions = {
  desk: Desk;
  fetcher: GuardedFetch;
  onError: (error: unknown) => void;
  pace?: CrmPace;
};

/**
 * Looks contacts up in the CRM when their time has come. What is to be done lies in the rows, so
 * that a kill or a restart forgets none of it; what was done is kept once, also where it was asked
 * for twice.
 */
export class CrmLookups {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly stopListening: () => void;
  private readonly pace: CrmPace;
  private circuit: { of: string; circuit: Circuit } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private lookAgain = false;

  constructor(private readonly options: CrmLookupsOptions) {
    this.pace = options.pace ?? PACE;
    this.stopListening = options.desk.subscribe((entries) => {
      if (entries.some(({ kind }) => kind === 'crmLookup.asked')) this.look();
    });
    this.look();
  }

  /** Takes up no more; what is under way is given up, and its rows stay due. */
  async stop(): Promise<void> {
    this.stopListening();
    this.stopping.abort();
    if (this.timer) clearTimeout(this.timer);
    await this.looking;
    await Promise.all(this.underWay.values());
  }

  /** Takes up what is due, and looks again in a second. One look at a time. */
  private look(): void {
    if (this.stopping.signal.aborted) return;
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    if (this.timer) clearTimeout(this.timer);
    this.looking = this.takeUp()
      .catch(this.options.onError)
      .finally(() => {
        this.looking = null;
        if (this.stopping.signal.aborted) return;
        const inMs = this.lookAgain ? 0 : this.pace.lookEveryMs;
        this.lookAgain = false;
        this.timer = setTimeout(() => this.look(), inMs);
        this.timer.unref();
      });
  }

  private async takeUp(): Promise<void> {
    const { desk, onError } = this.options;
    const { connection } = desk.memory.crm;
    const free = AT_ONCE - this.underWay.size;
    if (!connection?.enabled || free <= 0) return;
    const due = await desk.store.lookupsDue(desk.now(), AT_ONCE);
    const next = due.filter((contactId) => !this.underWay.has(contactId)).slice(0, free);
    for (const contactId of next) {
      const done = this.lookUp(connection, contactId)
        .catch(onError)
        .then((isOver) => {
          this.underWay.delete(contactId);
          // One that rests or failed to be kept is due still: it must not be asked for at once.
          if (isOver) this.look();
        });
      this.underWay.set(contactId, done);
    }
  }

  /** Whether something was kept of it. */
  private async lookUp(connection: CrmConnection, contactId: string): Promise<boolean> {
    const { desk } = this.options;
    // Before the contact: once it is asked for anew, by another key, what comes of this is dropped.
    const lookup = (await desk.store.crmStanding(contactId))?.lookup;
    const contact = await desk.store.contact(contactId);
    if (!contact || !lookup || lookup.dueAt === null) return false;
    const { askId, failures } = lookup;
    const outcome = await this.outcomeOf(connection, contact, askId, failures);
    if (outcome === null) return false;
    const ctx = { desk, caller: SYSTEM };
    await recordLookup({ ctx, input: { contact, askId, outcome } });
    return true;
  }

  /** Null when the CRM was not asked. */
  private async outcomeOf(
    connection: CrmConnection,
    contact: Contact,
    askId: string,
    failures: number,
  ): Promise<LookupOutcome | null> {
    const { desk, fetcher } = this.options;
    const key = crmKeyOf(connection, contact);
    if (key === null) {
      const label = desk.memory.attributes.get(connection.keyAttribute ?? '')?.label ?? 'Its key';
      return {
        is: 'failed',
        problem: `${label} is not known, by which the CRM is asked.`,
        retryAt: null,
      };
    }
    const { signal } = this.stopping;
    try {
      const said = await this.circuitFor(connection.url).run(async () =>
        understood(await askCrm({ desk, fetcher, connection, contact, askId, signal }, key)),
      );
      if (!said.isKnown) return { is: 'unknown', key };
      const read = readCrmRecord(connection, said.json);
      if (!read.ok) return { is: 'failed', problem: read.message, retryAt: null };
      return { is: 'known', key, record: read.record };
    } catch (thrown) {
      return this.failed(thrown, failures + 1);
    }
  }

  private failed(thrown: unknown, failures: number): LookupOutcome | null {
    const { desk, onError } = this.options;
    const isTheirs = isOutgoingFailure(thrown);
    if (!isTheirs) onError(thrown);
    else if (thrown.code === 'resting' || thrown.code === 'stopped') return null;
    const now = desk.now();
    const pauseMs = Math.max(
      backOffMs(failures, this.pace, Math.random()),
      retryAfterMs(isTheirs ? thrown.retryAfter : undefined, now),
    );
    const problem = isTheirs ? thrown.message : OUR_FAULT;
    return { is: 'failed', problem, retryAt: failures >= MOST_TRIES ? null : now + pauseMs };
  }

  /** Another address begins with a clean record. */
  private circuitFor(url: string): Circuit {
    if (this.circuit?.of !== url) {
      const { restMs } = this.pace;
      this.circuit = {
        of: url,
        circuit: new Circuit({ afterFailures: RESTS_AFTER_FAILURES, restMs }),
      };
    }
    return this.circuit.circuit;
  }
}
