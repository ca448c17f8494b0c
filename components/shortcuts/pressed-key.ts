/** Where a key press is text, or a choice among what is listed. */
const OWN_KEYS =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/**
 * What a shortcut would call the key, by what it writes and not by where it lies; null for one that
 * is meant for the browser. Caps Lock makes no difference. A sign that a layout writes with Alt is
 * that sign.
 */
export function pressedKey(
  event: Pick<
    KeyboardEvent,
    'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
  >,
): string | null {
  const { key, shiftKey } = event;
  const letter = key.toLowerCase() !== key.toUpperCase() || key === ' ';
  const written = !letter && [...key].length === 1;
  const mod = event.metaKey || event.ctrlKey;
  if (mod && letter && key.length === 1 && !event.altKey && !shiftKey)
    return `Mod+${key.toLowerCase()}`;
  if (event.metaKey) return null;
  const writes = written && (event.getModifierState('AltGraph') || !event.ctrlKey);
  if ((event.ctrlKey || event.altKey) && !writes) return null;
  if (!letter || key.length > 1) return key;
  return shiftKey ? `Shift+${key.toLowerCase()}` : key.toLowerCase();
}

/** Whether the key press belongs to a field, a menu or a dialog. */
export function isTakenKey({ target }: Pick<KeyboardEvent, 'target'>): boolean {
  return (target instanceof Element && target.closest(OWN_KEYS) !== null) || modalIsOpen();
}

export function modalIsOpen(): boolean {
  return document.querySelector('[data-modal][data-state=open]') !== null;
}
