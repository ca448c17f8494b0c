import { KeyHint } from './key-caps';

const NEWEST_ACTION = '[data-sonner-toast][data-front=true] [data-action]';

/** The way back that a toast offers: its button, or the key z while nothing is typed in. */
export function undoAction(onClick: () => void) {
  return {
    label: (
      <>
        Undo <KeyHint id="undo" className="ml-1 max-sm:hidden" />
      </>
    ),
    onClick,
  };
}

/** Presses Undo in the newest toast, if that offers it. */
export function undoNewest(): void {
  const action = document.querySelector<HTMLElement>(NEWEST_ACTION);
  if (action?.textContent?.startsWith('Undo')) action.click();
}
