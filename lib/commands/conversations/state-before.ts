import type { Entry } from '@/lib/desk/entry';
import type { ConversationState } from '@/lib/desk/facts';

/** The state to which an act can be taken back, or null for one that stays: what was said, or undone. */
export function stateBefore(entry: Entry): ConversationState | null {
  switch (entry.kind) {
    case 'conversation.claimed':
    case 'conversation.released':
    case 'conversation.skipped':
    case 'conversation.assigned':
    case 'conversation.statusChanged':
    case 'conversation.boomeranged':
      return entry.body.before && complete(entry.body.before);
    case 'conversation.reopened':
      return entry.body.undone || !entry.body.before ? null : complete(entry.body.before);
    case 'conversation.replied': {
      const { before, after } = entry.body;
      if (after.status !== 'resolved' || !before || before.status === 'resolved') return null;
      return { ...before, status: 'pending', waitingSince: null, returnsAt: null, skippedBy: null };
    }
    default:
      return null;
  }
}

/** Entries from before there were boomerangs and skips know of none. */
function complete(state: ConversationState): ConversationState {
  const { returnsAt = null, skippedBy = null } = state;
  return { ...state, returnsAt, skippedBy };
}

/** Why an act that is not the last one stays, in the user's words. */
export function tooLateBecause(last: Entry | null, act: Entry): string {
  if (last === null) return 'This can no longer be undone.';
  const undone = 'undone' in last.body ? last.body.undone : undefined;
  if (undone?.revision === act.revision) return 'This is undone already.';
  return `This can no longer be undone: ${happened(last)} since.`;
}

function happened({ kind, actor }: Entry): string {
  switch (kind) {
    case 'conversation.messageReceived':
      return 'the customer has written';
    case 'conversation.replied':
      return `${actor.name} has answered`;
    case 'conversation.noted':
      return `${actor.name} has left a note`;
    case 'conversation.claimed':
      return `${actor.name} has taken it`;
    case 'conversation.cameBack':
      return 'it has come back';
    default:
      return `${actor.name} has changed it`;
  }
}
