import type { Role } from '@/lib/desk/facts';

/** Where a key means something; `row` and `reply` are the element that has the focus. */
type ShortcutPlace = 'desk' | 'queue' | 'conversation' | 'row' | 'reply';

export const SHORTCUT_GROUPS = ['Queue', 'Conversation', 'Go to', 'Anywhere'] as const;

export type Shortcut = {
  id: string;
  /**
   * As `event.key` names them, pressed one after the other; `Shift+` before a letter counts. `Mod+`
   * is Ctrl or Cmd: such a key works while somebody types, too, and cannot be switched off.
   */
  keys: readonly string[];
  label: string;
  group: (typeof SHORTCUT_GROUPS)[number];
  place: ShortcutPlace;
  /** Whom it is for, where that is not everybody. */
  roles?: readonly Role[];
  /** Goes on while the key is held down. */
  repeats?: true;
};

/**
 * Every shortcut of the desk, in the order in which they are shown. Those of a row or of the reply
 * are heard where the focus is; each of the others is run by one `useShortcut`.
 */
export const SHORTCUTS = [
  {
    id: 'take-next',
    keys: ['m'],
    label: 'Take the next one',
    group: 'Queue',
    place: 'queue',
  },
  {
    id: 'next-row',
    keys: ['j'],
    label: 'Down the queue',
    group: 'Queue',
    place: 'queue',
    repeats: true,
  },
  {
    id: 'previous-row',
    keys: ['k'],
    label: 'Up the queue',
    group: 'Queue',
    place: 'queue',
    repeats: true,
  },
  { id: 'open', keys: ['Enter'], label: 'Open the one in focus', group: 'Queue', place: 'row' },
  { id: 'select', keys: ['x'], label: 'Select', group: 'Queue', place: 'queue' },
  {
    id: 'select-down',
    keys: ['Shift+j'],
    label: 'Select down the queue',
    group: 'Queue',
    place: 'queue',
    repeats: true,
  },
  {
    id: 'select-up',
    keys: ['Shift+k'],
    label: 'Select up the queue',
    group: 'Queue',
    place: 'queue',
    repeats: true,
  },
  {
    id: 'clear-selection',
    keys: ['Escape'],
    label: 'Select nothing',
    group: 'Queue',
    place: 'queue',
  },
  { id: 'why', keys: ['i'], label: 'Why it is where it is', group: 'Queue', place: 'queue' },
  {
    id: 'previous-view',
    keys: ['['],
    label: 'The saved view before',
    group: 'Queue',
    place: 'queue',
  },
  {
    id: 'next-view',
    keys: [']'],
    label: 'The saved view after',
    group: 'Queue',
    place: 'queue',
  },
  { id: 'filter', keys: ['f'], label: 'Filter', group: 'Queue', place: 'queue' },
  { id: 'let-go', keys: ['Escape'], label: 'Show what moved', group: 'Queue', place: 'row' },
  { id: 'reply', keys: ['r'], label: 'Reply', group: 'Conversation', place: 'conversation' },
  { id: 'note', keys: ['n'], label: 'Write a note', group: 'Conversation', place: 'conversation' },
  {
    id: 'canned-reply',
    keys: ['/'],
    label: 'Canned replies, in an empty reply',
    group: 'Conversation',
    place: 'reply',
  },
  {
    id: 'assign',
    keys: ['a'],
    label: 'Take or assign',
    group: 'Conversation',
    place: 'conversation',
  },
  {
    id: 'skip',
    keys: ['s'],
    label: 'Skip, and take the next one',
    group: 'Conversation',
    place: 'conversation',
  },
  { id: 'pend', keys: ['p'], label: 'Pend', group: 'Conversation', place: 'conversation' },
  {
    id: 'boomerang',
    keys: ['b'],
    label: 'Come back later',
    group: 'Conversation',
    place: 'conversation',
  },
  { id: 'vip', keys: ['v'], label: 'VIP, on or off', group: 'Conversation', place: 'conversation' },
  { id: 'resolve', keys: ['e'], label: 'Resolve', group: 'Conversation', place: 'conversation' },
  {
    id: 'resolve-and-next',
    keys: ['Shift+e'],
    label: 'Resolve and open the next',
    group: 'Conversation',
    place: 'conversation',
  },
  {
    id: 'back-to-row',
    keys: ['Escape'],
    label: 'Back to its row',
    group: 'Conversation',
    place: 'reply',
  },
  { id: 'go-to-queue', keys: ['g', 'q'], label: 'Queue', group: 'Go to', place: 'desk' },
  { id: 'go-to-search', keys: ['g', '/'], label: 'Search', group: 'Go to', place: 'desk' },
  { id: 'go-to-contacts', keys: ['g', 'c'], label: 'Contacts', group: 'Go to', place: 'desk' },
  { id: 'go-to-resolved', keys: ['g', 'r'], label: 'Resolved', group: 'Go to', place: 'desk' },
  {
    id: 'go-to-settings',
    keys: ['g', 's'],
    label: 'Settings',
    group: 'Go to',
    place: 'desk',
    roles: ['supervisor', 'admin'],
  },
  { id: 'palette', keys: ['Mod+k'], label: 'Find anything', group: 'Anywhere', place: 'desk' },
  { id: 'undo', keys: ['z'], label: 'Undo', group: 'Anywhere', place: 'desk' },
  { id: 'help', keys: ['?'], label: 'Keyboard shortcuts', group: 'Anywhere', place: 'desk' },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

const byId = new Map<string, Shortcut>(SHORTCUTS.map((shortcut) => [shortcut.id, shortcut]));

export function shortcutOf(id: ShortcutId): Shortcut {
  const shortcut = byId.get(id);
  if (!shortcut) throw new Error(`There is no shortcut ${id}.`);
  return shortcut;
}

/** The shortcuts that a role has. */
export function shortcutsFor(role: Role): Shortcut[] {
  const all: readonly Shortcut[] = SHORTCUTS;
  return all.filter(({ roles }) => roles?.includes(role) ?? true);
}

/** Whether it is heard where the focus is, and not by the listener of the desk. */
export function isHeardAtFocus({ place }: Shortcut): boolean {
  return place === 'row' || place === 'reply';
}
