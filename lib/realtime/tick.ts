/**
 * Does its work soon after it is asked for: at once when idle, else at most once every so many
 * milliseconds, however often it is asked. Has no timer while idle.
 */
export class Tick {
  private lastAt = Number.NEGATIVE_INFINITY;
  private tookMs = 0;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly work: () => void,
    /** Given how long the work took the last time. */
    private readonly everyMs: (tookMs: number) => number,
    private readonly onError: (error: unknown) => void,
  ) {}

  request(): void {
    if (this.cancel) return;
    const waitMs = this.lastAt + this.everyMs(this.tookMs) - performance.now();
    if (waitMs <= 0) {
      const immediate = setImmediate(() => this.run());
      this.cancel = () => clearImmediate(immediate);
      return;
    }
    // A timer may fire up to a millisecond early.
    const timer = setTimeout(() => this.run(), Math.ceil(waitMs));
    this.cancel = () => clearTimeout(timer);
  }

  /** Forgets what was asked for. */
  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private run(): void {
    this.cancel = null;
    this.lastAt = performance.now();
    try {
      this.work();
    } catch (error) {
      this.onError(error);
    }
    this.tookMs = performance.now() - this.lastAt;
  }
}
