import { useEffect } from 'react';

const TYPED_IN = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu]';
const NEWEST_ACTION = '[data-sonner-toast][data-front=true] [data-action]';

/** The key z presses Undo in the newest toast, wherever nothing is typed in. */
export function useUndoKey() {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'z' || event.defaultPrevented || event.repeat) return;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN)) return;
      const action = document.querySelector<HTMLElement>(NEWEST_ACTION);
      if (!action?.textContent?.startsWith('Undo')) return;
      event.preventDefault();
      action.click();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
