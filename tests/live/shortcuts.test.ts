import { afterEach, describe, expect, it } from 'vitest';
import { pressedKey } from '@/components/shortcuts/pressed-key';
import {
  isHeardAtFocus,
  SHORTCUTS,
  type Shortcut,
  type ShortcutId,
  shortcutsFor,
} from '@/components/shortcuts/shortcut-list';
import {
  offerShortcut,
  pressKey,
  runnableShortcuts,
  runShortcut,
} from '@/components/shortcuts/shortcut-runs';
import { sourcesOf } from '../house/sources';

const LIST: readonly Shortcut[] = SHORTCUTS;

describe('the list of shortcuts', () => {
  it('each is run from exactly one place, and those that the focus hears from none', () => {
    const sources = sourcesOf('components');
    const runFrom = (id: string) =>
      sources
        .filter(({ text }) => new RegExp(`useShortcut\\(\\s*'${id}'`).test(text))
        .map(({ path }) => path);
    const counts = LIST.map((one) => [one.id, runFrom(one.id).length]);
    expect(counts).toEqual(LIST.map((one) => [one.id, isHeardAtFocus(one) ? 0 : 1]));
  });

  it('no two share their keys in one place, and none begins another', () => {
    const places = (one: Shortcut) => (isHeardAtFocus(one) ? one.place : 'desk');
    const clashes = LIST.flatMap((one) =>
      LIST.filter(
        (other) =>
          other !== one &&
          places(other) === places(one) &&
          one.keys.every((key, place) => other.keys[place] === key),
      ).map((other) => [one.id, other.id]),
    );
    expect(clashes).toEqual([]);
  });

  it('an agent is not shown the way to the settings', () => {
    const idsOf = (role: 'agent' | 'admin') => shortcutsFor(role).map(({ id }) => id);
    expect(idsOf('agent')).not.toContain('go-to-settings');
    expect(idsOf('admin')).toEqual(LIST.map(({ id }) => id));
  });

  it('no component listens to the keys of the page beside the one listener', () => {
    const listening = sourcesOf('components', 'app').filter(({ text }) =>
      /addEventListener\(\s*'key(down|press|up)'/.test(text),
    );
    expect(listening.map(({ path }) => path)).toEqual(['components/shortcuts/use-key-presses.ts']);
  });
});

describe('a key press', () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  let now = 0;
  /** Offers these, and gives how to press keys and what was run. */
  function desk(...ids: ShortcutId[]) {
    const ran: string[] = [];
    for (const id of ids) ends.push(offerShortcut(id, () => ran.push(id)));
    now += 10_000;
    return {
      ran,
      press: (key: string, { held = false, afterMs = 100 } = {}) => {
        now += afterMs;
        return pressKey(key, { held, now });
      },
    };
  }

  it('runs what is offered, and only while it is', () => {
    const { ran, press } = desk('reply');
    expect(press('r')).toBe(true);
    expect(press('e')).toBe(false);
    expect(ran).toEqual(['reply']);
    expect([...runnableShortcuts()]).toEqual(['reply']);
    for (const end of ends.splice(0)) end();
    expect(press('r')).toBe(false);
    expect(runShortcut('reply')).toBe(false);
    expect(ran).toEqual(['reply']);
  });

  it('goes on for a row while it is held, and never resolves twice', () => {
    const { ran, press } = desk('next-row', 'resolve');
    press('j');
    press('j', { held: true });
    press('e');
    expect(press('e', { held: true })).toBe(false);
    expect(ran).toEqual(['next-row', 'next-row', 'resolve']);
  });

  it('after g means a place, whatever the key means alone', () => {
    const { ran, press } = desk('go-to-queue', 'go-to-resolved', 'reply', 'resolve');
    expect(press('g')).toBe(true);
    press('r');
    press('r');
    press('g');
    expect(press('e')).toBe(true);
    press('e');
    expect(ran).toEqual(['go-to-resolved', 'reply', 'resolve']);
  });

  it('with Control leaves what is no shortcut to the browser, after g too', () => {
    const { ran, press } = desk('palette', 'go-to-queue');
    press('g');
    expect(press('Mod+c')).toBe(false);
    expect(press('Mod+k')).toBe(true);
    expect(ran).toEqual(['palette']);
  });

  it('long after g means what it means alone', () => {
    const { ran, press } = desk('go-to-resolved', 'reply');
    press('g');
    press('r', { afterMs: 2_000 });
    expect(ran).toEqual(['reply']);
  });

  const typed = (key: string, down: string[] = []) => ({
    key,
    shiftKey: down.includes('Shift'),
    ctrlKey: down.includes('Control'),
    altKey: down.includes('Alt'),
    metaKey: down.includes('Meta'),
    getModifierState: (name: string) => down.includes(name),
  });

  it.each([
    ['a letter', typed('e'), 'e'],
    ['a capital', typed('E', ['Shift']), 'Shift+e'],
    ['a letter under Caps Lock', typed('E'), 'e'],
    ['a capital under Caps Lock', typed('e', ['Shift']), 'Shift+e'],
    ['a sign that needs Shift', typed('?', ['Shift']), '?'],
    ['a sign that needs AltGr', typed('[', ['Control', 'Alt', 'AltGraph']), '['],
    ['a sign that needs Option', typed('[', ['Alt']), '['],
    ['a letter with Control', typed('k', ['Control']), 'Mod+k'],
    ['a letter with Cmd under Caps Lock', typed('K', ['Meta']), 'Mod+k'],
    ['a letter with more than that', typed('K', ['Control', 'Shift']), null],
    ['a letter with Alt', typed('f', ['Alt']), null],
    ['a zoom', typed('+', ['Control']), null],
    ['Enter', typed('Enter'), 'Enter'],
  ])('%s is what it writes', (_, event, key) => {
    expect(pressedKey(event)).toBe(key);
  });
});
