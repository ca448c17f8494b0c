import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Onlooker, Presence, type Whereabouts } from '@/lib/realtime/presence';

const TYPING_MS = 4_000;
const looks = (personId: string, conversationId: string): Whereabouts => ({
  personId,
  conversationId,
  typing: false,
});
const types = (personId: string, conversationId: string): Whereabouts => ({
  personId,
  conversationId,
  typing: true,
});

describe('who looks at a conversation', () => {
  it('a colleague is there from the first word to the last', () => {
    const presence = new Presence(TYPING_MS);
    expect(presence.put('tab', looks('kim', 'c1'), 0)).toEqual(['c1']);
    expect(presence.onlookers('c1')).toEqual([{ personId: 'kim', typing: false }]);
    expect(presence.put('tab', looks('kim', 'c2'), 10)).toEqual(['c1', 'c2']);
    expect(presence.onlookers('c1')).toEqual([]);
    expect(presence.put('tab', null, 20)).toEqual(['c2']);
    expect(presence.onlookers('c2')).toEqual([]);
    expect(presence.put('tab', null, 30)).toEqual([]);
  });

  it('a colleague with two tabs counts once, and types if one of them does', () => {
    const presence = new Presence(TYPING_MS);
    presence.put('left', looks('kim', 'c1'), 0);
    presence.put('right', types('kim', 'c1'), 0);
    expect(presence.onlookers('c1')).toEqual([{ personId: 'kim', typing: true }]);
    presence.put('right', null, 10);
    expect(presence.onlookers('c1')).toEqual([{ personId: 'kim', typing: false }]);
  });

  it('typing ends by itself four seconds after the last key', () => {
    const presence = new Presence(TYPING_MS);
    presence.put('tab', types('kim', 'c1'), 0);
    expect(presence.put('tab', types('kim', 'c1'), 3_000), 'still typing is no news').toEqual([]);
    expect(presence.nextExpiryMs()).toBe(7_000);
    expect(presence.expire(6_999)).toEqual([]);
    expect(presence.expire(7_000)).toEqual(['c1']);
    expect(presence.onlookers('c1')).toEqual([{ personId: 'kim', typing: false }]);
    expect(presence.nextExpiryMs()).toBeNull();
  });
});

/** All that was ever said, looked through from the start for every answer. */
class NaivePresence {
  private readonly said: { tabId: string; now: Whereabouts | null; atMs: number }[] = [];

  put(tabId: string, now: Whereabouts | null, atMs: number): void {
    this.said.push({ tabId, now, atMs });
  }

  /** As of a moment: typing that is over by then does not count. */
  onlookers(conversationId: string, atMs: number): Onlooker[] {
    const here = [...new Set(this.said.map(({ tabId }) => tabId))]
      .map((tabId) => this.said.findLast((one) => one.tabId === tabId))
      .flatMap((last) => (last?.now ? [{ ...last.now, saidMs: last.atMs }] : []))
      .filter((last) => last.conversationId === conversationId);
    return [...new Set(here.map(({ personId }) => personId))].sort().map((personId) => ({
      personId,
      typing: here.some(
        (last) => last.personId === personId && last.typing && last.saidMs + TYPING_MS > atMs,
      ),
    }));
  }
}

const CONVERSATIONS = ['c1', 'c2', 'c3'];
const tabs = fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1');
const place = fc.option(
  fc.record({ conversationId: fc.constantFrom(...CONVERSATIONS), typing: fc.boolean() }),
);
const steps = fc.array(
  fc.record({ passMs: fc.constantFrom(0, 1, 500, 1_999, 4_000), tab: fc.option(tabs), place }),
  { maxLength: 40 },
);

it('shows who is where as all that was ever said would, and names every conversation that changes', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const presence = new Presence(TYPING_MS);
      const naive = new NaivePresence();
      let nowMs = 0;
      let shown = CONVERSATIONS.map((id) => presence.onlookers(id));
      for (const { passMs, tab, place } of taken) {
        nowMs += passMs;
        const touched = presence.expire(nowMs);
        if (tab !== null) {
          const now = place && { personId: tab.slice(0, 1), ...place };
          touched.push(...presence.put(tab, now, nowMs));
          naive.put(tab, now, nowMs);
          expect(presence.placeOf(tab)).toBe(place?.conversationId ?? null);
        }
        const next = CONVERSATIONS.map((id) => presence.onlookers(id));
        expect(next).toEqual(CONVERSATIONS.map((id) => naive.onlookers(id, nowMs)));
        for (const [n, id] of CONVERSATIONS.entries())
          if (!touched.includes(id)) expect(next[n]).toEqual(shown[n]);
        const expiryMs = presence.nextExpiryMs();
        expect(expiryMs === null).toBe(!next.flat().some(({ typing }) => typing));
        if (expiryMs !== null) expect(expiryMs).toBeGreaterThan(nowMs);
        shown = next;
      }
    }),
    { numRuns: 500 },
  );
});
