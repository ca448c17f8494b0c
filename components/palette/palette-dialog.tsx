import {
  ArrowRight,
  Funnel,
  Layers,
  type LucideIcon,
  MessageSquare,
  UserRound,
  Zap,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { useSavedViews } from '@/components/live/saved-views';
import { settingsSections } from '@/components/shell/settings-places';
import { KeyCaps } from '@/components/shortcuts/key-caps';
import { shortcutsFor } from '@/components/shortcuts/shortcut-list';
import { onRunnable, runnableShortcuts, runShortcut } from '@/components/shortcuts/shortcut-runs';
import { CommandDialog } from '@/components/ui/command-dialog';
import { useKept } from '@/components/ui/kept-state';
import { Spinner } from '@/components/ui/spinner';
import { chosenLately, keptRecent, recentOf } from './kept-recent';
import { CHOICE_GROUPS, type Choice, choicesFor, choicesOf, type Place } from './palette-choices';
import { useFoundConversations } from './use-found-conversations';

const ICONS: Record<Choice['group'], LucideIcon> = {
  Do: Zap,
  'Go to': ArrowRight,
  Views: Layers,
  Segments: Funnel,
  People: UserRound,
  Conversations: MessageSquare,
};

const NO_SHORTCUTS: ReadonlySet<string> = new Set();

/** Everything that can be done or gone to from here, found by typing; what was chosen lately first. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const catalogue = useCatalogue();
  const views = useSavedViews();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [retries, setRetries] = useState(0);
  const [recentIds, changeRecent] = useKept(keptRecent, catalogue.me.id);
  const runnable = useSyncExternalStore(onRunnable, runnableShortcuts, () => NO_SHORTCUTS);
  const found = useFoundConversations(typed, retries);

  const { role } = catalogue.me;
  const choices = choicesOf({
    shortcuts: shortcutsFor(role),
    runnable,
    places: placesOf(role),
    views,
    catalogue,
  });
  const recent = typed.trim() === '' ? recentOf(choices, recentIds) : [];
  const shown = [...choicesFor(choices, typed), ...found.choices].filter(
    (choice) => !recent.includes(choice),
  );
  const groups = [
    { name: 'Recent', lines: recent },
    ...CHOICE_GROUPS.map((group) => ({
      name: group,
      lines: shown.filter((choice) => choice.group === group),
    })),
  ].filter(({ lines }) => lines.length > 0);

  function choose(id: string) {
    const choice = [...recent, ...shown].find((one) => one.id === id);
    if (!choice) return;
    if (choice.group !== 'Conversations') changeRecent((now) => chosenLately(now, id));
    if ('run' in choice.does) runShortcut(choice.does.run);
    else router.push(choice.does.go);
  }

  return (
    <CommandDialog
      label="Find anything"
      placeholder="What do you want to do, or whom do you look for?"
      text={typed}
      onText={setTyped}
      groups={groups.map(({ name, lines }) => ({ name, lines: lines.map(lineOf) }))}
      note={noteOf()}
      onChoose={choose}
      onClose={onClose}
    />
  );

  function noteOf() {
    if (found.state === 'asking' && found.choices.length === 0)
      return (
        <span className="flex items-center gap-2">
          <Spinner /> Looking for conversations…
        </span>
      );
    if (found.state === 'failed')
      return (
        <>
          Conversations could not be searched. {found.problem}{' '}
          <button
            type="button"
            className="text-ink underline underline-offset-2"
            // The list takes every Enter for a choice.
            onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
            onClick={({ currentTarget }) => {
              // It goes while the answer is awaited; the focus is for the field to have.
              currentTarget.closest('[role=dialog]')?.querySelector('input')?.focus();
              setRetries((now) => now + 1);
            }}
          >
            Try again
          </button>
        </>
      );
    return groups.length === 0 ? `Nothing here is called “${typed.trim()}”.` : null;
  }
}

function lineOf({ id, group, label, hint, keys }: Choice) {
  return {
    id,
    label,
    icon: ICONS[group],
    ...(hint !== undefined && { hint }),
    ...(keys && { end: <KeyCaps keys={keys} /> }),
  };
}

function placesOf(role: Parameters<typeof settingsSections>[0]): Place[] {
  return [
    { path: '/queue?owner=mine', label: 'My conversations', hint: 'in the queue' },
    { path: '/queue?owner=unowned', label: 'Unowned conversations', hint: 'in the queue' },
    { path: '/preferences', label: 'Preferences' },
    ...settingsSections(role).flatMap(({ places }) =>
      places.map(({ path, label }) => ({ path, label, hint: 'Settings' })),
    ),
  ];
}
