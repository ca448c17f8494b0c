import type { Entry, EntryKind } from './entry';
import { isoTime, isoTimeOrNull } from './iso-time';
import type { Memory } from './memory';
import { personMark } from './queue-entry';
import type { TrailKind, TrailWire } from './wire';

/** The kinds of entries that a conversation's trail is made of. */
export const TRAIL_ENTRIES: readonly EntryKind[] = [
  'conversation.reopened',
  'conversation.replied',
  'conversation.claimed',
  'conversation.released',
  'conversation.skipped',
  'conversation.assigned',
  'conversation.statusChanged',
  'conversation.boomeranged',
  'conversation.cameBack',
  'conversation.undone',
];

/** What the entries did to their conversation, in the journal's order. */
export function trailOf(memory: Memory, entries: readonly Entry[]): TrailWire[] {
  return entries.flatMap((entry): TrailWire[] => {
    const kind = trailKind(entry);
    if (kind === null || !('after' in entry.body) || !('returnsAt' in entry.body.after)) return [];
    const { ownerId, returnsAt } = entry.body.after;
    return [
      {
        id: String(entry.revision),
        kind,
        at: isoTime(entry.at),
        by: { kind: entry.actor.kind, id: entry.actor.id, name: entry.actor.name },
        owner: kind === 'assigned' ? personMark(memory, ownerId) : null,
        returnsAt: kind === 'boomeranged' ? isoTimeOrNull(returnsAt) : null,
        note: whyOf(entry),
        undone: undoneKind(entry),
      },
    ];
  });
}

/** null for an entry that leaves no line: a reply stands for itself, unless it also resolved. */
function trailKind(entry: Entry): TrailKind | null {
  switch (entry.kind) {
    case 'conversation.claimed':
      return 'claimed';
    case 'conversation.released':
      return 'released';
    case 'conversation.skipped':
      return 'skipped';
    case 'conversation.assigned':
      return 'assigned';
    case 'conversation.reopened':
      return entry.body.undone ? 'undone' : 'reopened';
    case 'conversation.boomeranged':
      return 'boomeranged';
    case 'conversation.cameBack':
      return 'cameBack';
    case 'conversation.undone':
      return 'undone';
    case 'conversation.statusChanged':
      return entry.cause === 'resolveForgotten' ? 'forgotten' : entry.body.after.status;
    case 'conversation.replied':
      return entry.body.after.status === 'resolved' ? 'resolved' : null;
    default:
      return null;
  }
}

/** What kind of line the act has left that an entry takes back, or null for one that takes none back. */
function undoneKind(entry: Entry): TrailKind | null {
  if (entry.kind !== 'conversation.undone' && entry.kind !== 'conversation.reopened') return null;
  const { undone, before } = entry.body;
  switch (undone?.kind) {
    case 'conversation.claimed':
      return 'claimed';
    case 'conversation.released':
      return 'released';
    case 'conversation.skipped':
      return 'skipped';
    case 'conversation.assigned':
      return 'assigned';
    case 'conversation.reopened':
      return 'reopened';
    case 'conversation.boomeranged':
      return 'boomeranged';
    case 'conversation.statusChanged':
    case 'conversation.replied':
      return before?.status ?? null;
    default:
      return null;
  }
}

/** Why it was done, in the words of who did it. */
function whyOf({ personal }: Entry): string | null {
  if (personal && 'note' in personal) return personal.note;
  return personal && 'reason' in personal ? personal.reason : null;
}
