/**
 * Which visitors are on the site, each in any number of tabs, and who has left. Knows no clock:
 * times are given to it, in milliseconds, and never run backwards.
 */
export class Visits {
  private readonly tabs = new Map<string, Set<string>>();
  /** When those who have left are gone for good; the next comes first, for all are waited for as long. */
  private readonly goneAt = new Map<string, number>();

  constructor(private readonly waitMs: number) {}

  /** A tab of the visitor is open. */
  enter(visitor: string, tab: string): void {
    this.goneAt.delete(visitor);
    const tabs = this.tabs.get(visitor);
    if (tabs) tabs.add(tab);
    else this.tabs.set(visitor, new Set([tab]));
  }

  /** A tab is closed: with the last, the visitor is about to be gone. */
  leave(visitor: string, tab: string, nowMs: number): void {
    const tabs = this.tabs.get(visitor);
    if (!tabs?.delete(tab) || tabs.size > 0) return;
    this.tabs.delete(visitor);
    this.goneAt.set(visitor, nowMs + this.waitMs);
  }

  /** Nothing is known of the visitor's tabs, as after a restart: they are about to be gone unless they come. */
  miss(visitor: string, nowMs: number): void {
    if (!this.tabs.has(visitor)) this.goneAt.set(visitor, nowMs + this.waitMs);
  }

  /** Those who are gone by now, each told once. */
  gone(nowMs: number): string[] {
    const gone: string[] = [];
    for (const [visitor, atMs] of this.goneAt) {
      if (atMs > nowMs) break;
      this.goneAt.delete(visitor);
      gone.push(visitor);
    }
    return gone;
  }

  /** When the next is gone unless they come back; null while nobody has left. */
  nextMs(): number | null {
    const [atMs] = this.goneAt.values();
    return atMs ?? null;
  }
}
