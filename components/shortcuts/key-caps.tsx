'use client';

import { Kbd } from '@/components/ui/kbd';
import { useShortcutsOn } from './kept-shortcuts';
import { type ShortcutId, shortcutOf } from './shortcut-list';

const SIGNS: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc' };

/** What is printed on the key: `⇧ e` for Shift+e. */
export function keySign(key: string): string {
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
  if (!on) return null;
  return shortcutOf(id).keys.map((key) => (
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
