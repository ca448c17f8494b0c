'use client';

import { useShortcutsOn } from './kept-shortcuts';
import { KeyCaps } from './key-caps';
import { type ShortcutId, shortcutOf } from './shortcut-list';

/** Some shortcuts and what they do; nothing while shortcuts are off. */
export function KeyList({ ids }: { ids: readonly ShortcutId[] }) {
  const [on] = useShortcutsOn();
  if (!on) return null;
  return (
    <dl className="mx-auto mt-6 grid w-fit grid-cols-[auto_auto] items-center gap-x-4 gap-y-2 text-left">
      {ids.map(shortcutOf).map(({ id, keys, label }) => (
        <div key={id} className="contents">
          <dt className="flex justify-end text-ink">
            <KeyCaps keys={keys} />
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}
