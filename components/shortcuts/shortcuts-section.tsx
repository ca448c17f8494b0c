'use client';

import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { useShortcutsOn } from './kept-shortcuts';
import { runShortcut } from './shortcut-runs';

/** Switches all keyboard shortcuts of this browser on or off. */
export function ShortcutsSection() {
  const [on, setOn] = useShortcutsOn();
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`} className="max-w-xl">
      <div className="flex items-start justify-between gap-6">
        <div>
          <h2 id={`${id}-title`} className="font-semibold text-base">
            Keyboard shortcuts
          </h2>
          <p className="mt-1 text-ink-muted">
            Single keys, such as m to take the next one. Switch them off if you dictate, or press
            keys by accident; what you choose is kept in this browser. Ctrl and Cmd keys go on
            working.
          </p>
        </div>
        <Switch label="Keyboard shortcuts" checked={on} onCheckedChange={setOn} className="mt-1" />
      </div>
      <Button className="mt-3" onClick={() => runShortcut('help')}>
        Show the list
      </Button>
    </section>
  );
}
