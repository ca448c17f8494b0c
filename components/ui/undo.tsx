import { Kbd } from './kbd';

/** The way back that a toast offers: its button, or the key z while nothing is typed in. */
export function undoAction(onClick: () => void) {
  return {
    label: (
      <>
        Undo <Kbd className="ml-1 max-sm:hidden">z</Kbd>
      </>
    ),
    onClick,
  };
}
