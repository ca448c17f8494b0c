'use client';

import { Kbd } from '@/components/ui/kbd';
import { useShortcutsOn } from './kept-shortcuts';
import { type ShortcutId, shortcutOf } from './shortcut-list';
import { isModKey } from './shortcut-runs';

const SIGNS: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc' };

/** What Mod is called here; nothing that shows it is rendered on the server. */
const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What is printed on the key: `⇧ e` for Shift+e, `Ctrl k` or `⌘ k` for Mod+k. */
export function keySign(key: string): string {
  if (key.startsWith('Mod+')) return `${isMac() ? '⌘' : 'Ctrl'} ${key.slice('Mod+'.length)}`;
  if (key.startsWith('Shift+')) return `⇧ ${key.slice('Shift+'.length)}`;
  return SIGNS[key] ?? key;
}

/** The keys of a shortcut, one after the other. */
export function KeyCaps({ keys, className }: { keys: readonly string[]; className?: string }) {
  return (
    <span className="inline-flex shrink-0 gap-1">
      {keys.map((key) => (
        <Kbd key={key} className={className}>
          {keySign(key)}
        </Kbd>
      ))}
    </span>
  );
}

/** The key on a button that does the same; nothing while shortcuts are off. */
export function KeyHint({ id, className }: { id: ShortcutId; className?: string }) {
  const [on] = useShortcutsOn();
  const { keys } = shortcutOf(id);
  if (!on && !keys.some(isModKey)) return null;
  return keys.map((key) => (
    <Kbd key={key} className={className}>
      {keySign(key)}
    </Kbd>
  ));
}

/** The key for `aria-keyshortcuts` of a button that does the same, while shortcuts are on. */
export function useAriaKeys(id: ShortcutId): string | undefined {
  const [on] = useShortcutsOn();
  return on ? shortcutOf(id).keys.join(' ') : undefined;
}
