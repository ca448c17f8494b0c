import { isHeardAtFocus, SHORTCUTS, type Shortcut, type ShortcutId } from './shortcut-list';

/** How long the second key of a sequence is waited for. */
const SEQUENCE_MS = 1_500;

/** What each shortcut does on the screen as it is now. */
const runs = new Map<string, (() => void)[]>();
const listeners = new Set<() => void>();
let begun: { keys: readonly string[]; at: number } | null = null;
let runnable: ReadonlySet<string> = new Set();

function tell() {
  runnable = new Set(runs.keys());
  for (const listener of [...listeners]) listener();
}

/** Says what a shortcut does from now on; the latest who says so is asked. Gives what ends it. */
export function offerShortcut(id: ShortcutId, run: () => void): () => void {
  runs.set(id, [...(runs.get(id) ?? []), run]);
  tell();
  return () => {
    const others = (runs.get(id) ?? []).filter((one) => one !== run);
    if (others.length > 0) runs.set(id, others);
    else runs.delete(id);
    tell();
  };
}

/** Does what the shortcut does now. Says whether it does anything. */
export function runShortcut(id: string): boolean {
  const run = runs.get(id)?.at(-1);
  run?.();
  return run !== undefined;
}

/** The ids of what can be done on the screen as it is now. */
export function runnableShortcuts(): ReadonlySet<string> {
  return runnable;
}

export function onRunnable(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const all: readonly Shortcut[] = SHORTCUTS;

/** Whether it is pressed together with Ctrl or Cmd, which nobody does by accident. */
export function isModKey(key: string): boolean {
  return key.startsWith('Mod+');
}

/**
 * Takes a key: runs what it or the sequence it ends stands for. Says whether the key was wanted. A
 * key after the first of a sequence that ends no sequence does nothing, whatever it means alone.
 */
export function pressKey(key: string, { held, now }: { held: boolean; now: number }): boolean {
  if (isModKey(key)) {
    const { id } = all.find(({ keys }) => keys[0] === key) ?? { id: '' };
    return !held && runShortcut(id);
  }
  const before = begun !== null && now - begun.at < SEQUENCE_MS ? begun.keys : [];
  begun = null;
  const pressed = [...before, key];
  const begins = all.filter(
    (one) =>
      runs.has(one.id) &&
      !isHeardAtFocus(one) &&
      pressed.every((part, place) => one.keys[place] === part),
  );
  const meant = begins.find(({ keys }) => keys.length === pressed.length);
  if (meant) {
    if (held && !meant.repeats) return false;
    return runShortcut(meant.id);
  }
  if (begins.length > 0 && !held) begun = { keys: pressed, at: now };
  return begins.length > 0 || before.length > 0;
}
