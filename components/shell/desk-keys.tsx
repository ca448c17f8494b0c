'use client';

import { useRouter } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { isUndoable, onUndoable, undoNewest } from '@/components/shortcuts/offer-undo';
import { useKeyPresses } from '@/components/shortcuts/use-key-presses';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { late, useLate } from '@/components/ui/late';

const lateDialog = late(() => import('@/components/shortcuts/shortcut-dialog'));

/** Listens for shortcuts, and does what they mean everywhere on the desk. */
export function DeskKeys() {
  const { me } = useCatalogue();
  const router = useRouter();
  const [helpOpen, setHelpOpen] = useState(false);
  const dialog = useLate(lateDialog, helpOpen);
  useKeyPresses();
  useShortcut('go-to-queue', () => router.push('/queue'));
  useShortcut('go-to-search', () => router.push('/search'));
  useShortcut('go-to-contacts', () => router.push('/contacts'));
  useShortcut('go-to-resolved', () => router.push('/resolved'));
  useShortcut('go-to-settings', () => router.push('/settings/general'), me.role !== 'agent');
  const undoable = useSyncExternalStore(onUndoable, isUndoable, () => false);
  useShortcut('undo', undoNewest, undoable);
  useShortcut('help', () => setHelpOpen(true));
  return helpOpen && dialog && <dialog.ShortcutDialog onClose={() => setHelpOpen(false)} />;
}
