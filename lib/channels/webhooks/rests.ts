const AFTER_FAILURES = 5;

/**
 * Leaves a server alone for a while that has failed several times in a row, whatever it was called
 * with, so that a server that is down is not called with everything that waits for it. After the
 * rest one failure more is enough for the next.
 */
export class Rests {
  private readonly failures = new Map<string, number>();
  private readonly untilMs = new Map<string, number>();

  constructor(private readonly restMs: number) {}

  /** Takes down how a call ended. */
  note(endpointId: string, isTaken: boolean, nowMs: number): void {
    if (isTaken) {
      this.failures.delete(endpointId);
      this.untilMs.delete(endpointId);
      return;
    }
    const failures = (this.failures.get(endpointId) ?? 0) + 1;
    this.failures.set(endpointId, failures);
    if (failures >= AFTER_FAILURES) this.untilMs.set(endpointId, nowMs + this.restMs);
  }

  /** Whether it has failed so often that it may be down. */
  isInDoubt(endpointId: string): boolean {
    return (this.failures.get(endpointId) ?? 0) >= AFTER_FAILURES;
  }

  /** Those that are left alone at a moment. */
  at(nowMs: number): string[] {
    return [...this.untilMs].filter(([, until]) => until > nowMs).map(([id]) => id);
  }
}
