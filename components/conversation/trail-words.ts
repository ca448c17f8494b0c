import { returnWords } from '@/components/workspace/return-words';
import type { TrailKind, TrailWire } from '@/lib/desk/wire';

/** Who did it, for a reader: 'You', a person's name, a token's, or nobody for the desk itself. */
function whoIn({ by }: TrailWire, myId: string): string {
  return by.kind === 'person' && by.id === myId ? 'You' : by.name;
}

const UNDONE_WORDS: Readonly<Record<TrailKind, string>> = {
  claimed: 'taking it',
  released: 'releasing it',
  skipped: 'skipping it',
  assigned: 'giving it away',
  new: 'making it New',
  pending: 'making it Pending',
  resolved: 'resolving it',
  forgotten: 'resolving it',
  reopened: 'reopening it',
  boomeranged: 'putting it away',
  cameBack: 'its coming back',
  undone: 'the last act',
};

/** What a line of the trail says: 'Ada took it', 'You resolved it', 'Back in the queue'. */
export function trailWords(line: TrailWire, myId: string, timeZone: string): string {
  const who = whoIn(line, myId);
  switch (line.kind) {
    case 'claimed':
      return `${who} took it`;
    case 'released':
      return `${who} released it`;
    case 'skipped':
      return `${who} skipped it`;
    case 'assigned':
      if (line.by.kind === 'person' && line.owner?.id === line.by.id) return `${who} took it`;
      return `${who} gave it to ${line.owner?.id === myId ? 'you' : (line.owner?.name ?? 'nobody')}`;
    case 'new':
      return `${who} made it New`;
    case 'pending':
      return `${who} made it Pending`;
    case 'resolved':
      return `${who} resolved it`;
    case 'reopened':
      return line.by.kind === 'person' ? `${who} reopened it` : 'Reopened by a new message';
    case 'undone':
      return `${who} undid ${UNDONE_WORDS[line.undone ?? 'undone']}`;
    case 'forgotten':
      return 'Resolved by itself: nobody had written for long';
    case 'cameBack':
      return 'Back in the queue';
    case 'boomeranged': {
      const at = line.returnsAt ?? line.at;
      return `${who} put it away, back ${returnWords(at, Date.parse(line.at), timeZone)}`;
    }
  }
}
