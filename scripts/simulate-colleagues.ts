import type { Random } from '@/db/seed-random';
import { spokenOf, THREADS } from '@/db/seed-threads';
import { type DeskApi, Refused } from './desk-api';
import { readLanguage, readWindow } from './simulate-queue';

const SECOND = 1_000;
/** Below this many unowned ones nobody takes any more: there is something left to see. */
const LEAVE_UNOWNED = 50;
const MOST_PENDING = 40;
const PAGE = 200;
const TAKEN_FROM = ['website', 'app', 'twitter', 'email'];

/** A colleague who works the queue at a person's pace. */
export class Colleague {
  private cookie: string | null = null;
  private dueMs: number;

  constructor(
    readonly person: { id: string; name: string; email: string },
    private readonly api: DeskApi,
    private readonly random: Random,
  ) {
    this.dueMs = random.between(1, 12) * SECOND;
  }

  /**
   * Does the next thing if its time has come, and answers what was done. `elapsedMs` is the time
   * of the simulation; the more wait, the quicker the colleague is.
   */
  async work(elapsedMs: number, waiting: number): Promise<'took' | 'answered' | null> {
    if (elapsedMs < this.dueMs) return null;
    const pace = Math.min(4, Math.max(0.3, (75 / Math.max(1, waiting)) ** 2));
    const pauseMs = (from: number, to: number) => this.random.between(from, to) * SECOND * pace;
    try {
      this.cookie ??= await this.api.signIn(this.person.email);
      if (await this.answersOwn()) {
        this.dueMs = elapsedMs + pauseMs(2, 5);
        return 'answered';
      }
      this.dueMs = elapsedMs + pauseMs(6, 17);
      return (await this.takesOne()) ? 'took' : null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Somebody was quicker, or the session has ended.
      if (error.status === 401) this.cookie = null;
      this.dueMs = elapsedMs + pauseMs(2, 4);
      return null;
    }
  }

  private async answersOwn(): Promise<boolean> {
    const { entries } = await this.window({ owner: this.person.id });
    const [own] = entries;
    if (!own) return false;
    const spoken = spokenOf(await readLanguage(this.api, own.conversationId));
    const { reply } = this.random.pick(THREADS[spoken].filter(isPlain));
    const status = this.random.chance(0.45) ? 'resolved' : 'pending';
    await this.does(`/conversations/${own.conversationId}/replies`, { text: reply, status });
    return true;
  }

  private async takesOne(): Promise<boolean> {
    await this.closesOldest();
    const { random } = this;
    const unowned = await this.window({ owner: 'unowned', order: 'oldest' }, PAGE);
    if (unowned.total <= LEAVE_UNOWNED) return false;
    if (random.chance(0.15)) await this.marksVip(random.pick(unowned.entries).conversationId);
    const draw = random.next();
    // Seldom the next in line: the top of the queue is what people come to see.
    if (draw < 0.15) {
      await this.does('/queue/take', { filter: { channel: random.pick(TAKEN_FROM) } });
    } else {
      const [oldest = random.pick(unowned.entries)] = unowned.entries;
      const one = draw < 0.55 ? oldest : random.pick(unowned.entries);
      await this.does(`/conversations/${one.conversationId}/claim`, {});
    }
    return true;
  }

  private async marksVip(conversationId: string): Promise<void> {
    const path = `/conversations/${conversationId}/attributes`;
    const body = { values: { vip: true } };
    await this.api.send({ method: 'PATCH', path, body, cookie: this.mine });
  }

  /** Customers who never answer do not stay Pending for ever. */
  private async closesOldest(): Promise<void> {
    const pending = await this.window({ status: 'pending' });
    if (pending.total <= MOST_PENDING) return;
    const own = await this.window({ status: 'pending', owner: this.person.id, order: 'oldest' });
    const [oldest] = own.entries;
    if (oldest)
      await this.does(`/conversations/${oldest.conversationId}/status`, { status: 'resolved' });
  }

  private window(filter: Record<string, string>, limit = 1) {
    return readWindow(this.api, filter, limit, this.mine);
  }

  private does(path: string, body: unknown): Promise<void> {
    return this.api.send({ method: 'POST', path, body, cookie: this.mine });
  }

  private get mine(): string | undefined {
    return this.cookie ?? undefined;
  }
}

/** Without blanks that only the matter itself can fill. */
function isPlain({ reply }: { reply: string }): boolean {
  return !reply.includes('{');
}
