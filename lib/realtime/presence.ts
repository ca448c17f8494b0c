/** One screen of a person, and what it said last. A person may have several. */
type Tab = { personId: string; conversationId: string };

/** Somebody who looks at a conversation, however many tabs they do it in. */
export type Onlooker = { personId: string; typing: boolean };

/** Where a tab is, and whether a key was just pressed there. */
export type Whereabouts = { personId: string; conversationId: string; typing: boolean };

/**
 * Who looks at which conversation and who types in it. Knows no clock: times are given to it, in
 * milliseconds, and never run backwards.
 */
export class Presence {
  private readonly tabs = new Map<string, Tab>();
  private readonly tabsIn = new Map<string, Set<string>>();
  /** When the typing of a tab ends by itself; the next to end comes first, for all last as long. */
  private readonly typingUntil = new Map<string, number>();

  constructor(private readonly typingMs: number) {}

  /**
   * Puts a tab where it says it is, or nowhere for null; what it said before no longer counts.
   * Answers the conversations in which somebody may have come, gone, begun or stopped.
   */
  put(tabId: string, now: Whereabouts | null, nowMs: number): string[] {
    const before = this.tabs.get(tabId);
    const typedBefore = this.typingUntil.delete(tabId);
    if (now?.typing) this.typingUntil.set(tabId, nowMs + this.typingMs);
    if (before && now && same(before, now))
      return typedBefore === now.typing ? [] : [now.conversationId];
    if (before) this.remove(tabId, before);
    if (now) this.add(tabId, now);
    return [before, now].flatMap((place) => (place ? [place.conversationId] : []));
  }

  /** The conversation that the tab is at, or null. */
  placeOf(tabId: string): string | null {
    return this.tabs.get(tabId)?.conversationId ?? null;
  }

  /** Ends the typing that is over by now. Answers the conversations it was in. */
  expire(nowMs: number): string[] {
    const touched: string[] = [];
    for (const [tabId, untilMs] of this.typingUntil) {
      if (untilMs > nowMs) break;
      this.typingUntil.delete(tabId);
      const place = this.placeOf(tabId);
      if (place !== null) touched.push(place);
    }
    return touched;
  }

  /** When typing ends next if nobody presses a key; null while nobody types. */
  nextExpiryMs(): number | null {
    const [untilMs] = this.typingUntil.values();
    return untilMs ?? null;
  }

  /** Who is at the conversation, each once, by id. Typing counts until it is expired. */
  onlookers(conversationId: string): Onlooker[] {
    const typing = new Map<string, boolean>();
    for (const tabId of this.tabsIn.get(conversationId) ?? []) {
      const tab = this.tabs.get(tabId);
      if (!tab) continue;
      const types = typing.get(tab.personId) || this.typingUntil.has(tabId);
      typing.set(tab.personId, types);
    }
    return [...typing]
      .map(([personId, types]) => ({ personId, typing: types }))
      .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  }

  private add(tabId: string, { personId, conversationId }: Tab): void {
    this.tabs.set(tabId, { personId, conversationId });
    const tabs = this.tabsIn.get(conversationId);
    if (tabs) tabs.add(tabId);
    else this.tabsIn.set(conversationId, new Set([tabId]));
  }

  private remove(tabId: string, { conversationId }: Tab): void {
    this.tabs.delete(tabId);
    const tabs = this.tabsIn.get(conversationId);
    tabs?.delete(tabId);
    if (tabs?.size === 0) this.tabsIn.delete(conversationId);
  }
}

function same(a: Tab, b: Tab): boolean {
  return a.personId === b.personId && a.conversationId === b.conversationId;
}
