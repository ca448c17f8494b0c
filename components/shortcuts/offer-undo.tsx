import { type ToastOptions, toast } from '@/components/ui/toast';
import { KeyHint } from './key-caps';

/** Something that was done, and how to take it back. */
type Done = { id: string; undo: () => void };

/** Nobody remembers more of what they did. */
const MOST = 20;

let count = 0;
let done: readonly Done[] = [];
/** The ids of those whose toast is to be read. */
const shown = new Set<string>();
const listeners = new Set<() => void>();

function change(next: readonly Done[]) {
  done = next.slice(-MOST);
  for (const listener of [...listeners]) listener();
}

function undoButton(one: Done) {
  const label = (
    <>
      Undo <KeyHint id="undo" className="ml-1 max-sm:hidden" />
    </>
  );
  return { label, onClick: () => run(one) };
}

function forget({ id }: Done) {
  shown.delete(id);
  change(done.filter((other) => other.id !== id));
}

/**
 * Offers to take back what was just done, once: by the key z, and in a toast where something is
 * `said` of it. The key still does when the toast is gone, so `undo` has to refuse what cannot be
 * taken back any more.
 */
export function offerUndo(undo: () => void, said?: string, more?: ToastOptions): void {
  count += 1;
  const one = { id: `undo-${count}`, undo };
  change([...done, one]);
  if (said === undefined) return;
  shown.add(one.id);
  const gone = () => shown.delete(one.id);
  toast(said, {
    ...more,
    id: one.id,
    action: undoButton(one),
    onAutoClose: gone,
    onDismiss: gone,
  });
}

/** Says that something was set, and offers to take it back while that is to be read. */
export function offerUndoWhileShown(undo: () => void, said: string, about: string): void {
  const one = { id: about, undo };
  forget(one);
  change([...done, one]);
  shown.add(one.id);
  const gone = () => forget(one);
  const action = undoButton(one);
  toast.success(said, { id: one.id, action, onAutoClose: gone, onDismiss: gone });
}

function run(one: Done) {
  if (!done.includes(one)) return;
  forget(one);
  toast.dismiss(one.id);
  one.undo();
}

/** Takes back what the newest toast offers to; without one, the newest of all that was done. */
export function undoNewest(): void {
  const newest = done.findLast(({ id }) => shown.has(id)) ?? done.at(-1);
  if (newest) run(newest);
}

/** Whether there is anything to take back. */
export function isUndoable(): boolean {
  return done.length > 0;
}

export function onUndoable(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
