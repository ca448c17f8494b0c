'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { desktopPermission } from './tell';

const listeners = new Set<() => void>();

/** Whoever changes it in the browser's settings comes back to the page afterwards. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('focus', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('focus', listener);
  };
}

async function ask(): Promise<void> {
  await Notification.requestPermission();
  for (const listener of [...listeners]) listener();
}

/** Whether this browser shows desktop notices, and a way to let it. It is asked on a click alone. */
export function DesktopPermission() {
  const permission = useSyncExternalStore(subscribe, desktopPermission, () => 'granted' as const);
  if (permission === 'granted') return null;
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-panel px-3.5 py-3">
      <p className="min-w-60 flex-1 text-ink-muted">{WORDS[permission ?? 'unknown']}</p>
      {permission === 'default' && <Button onClick={ask}>Allow desktop notices</Button>}
    </div>
  );
}

const WORDS = {
  default: 'Your browser shows no desktop notices of Frontrow until you allow them.',
  denied:
    'Your browser blocks desktop notices of Frontrow. Allow them in its settings for this site.',
  unknown: 'This browser has no desktop notices. Sounds and counts work all the same.',
};
