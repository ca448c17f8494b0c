import { returnWords } from '@/components/workspace/return-words';
import type { TrailWire } from '@/lib/desk/wire';

/** Who did it, for a reader: 'You', a person's name, a token's, or nobody for the desk itself. */
function whoIn({ by }: TrailWire, myName: string): string {
  return by.kind === 'person' && by.name === myName ? 'You' : by.name;
}

/** What a line of the trail says: 'Ada took it', 'You resolved it', 'Back in the queue'. */
export function trailWords(line: TrailWire, myName: string, timeZone: string): string {
  const who = whoIn(line, myName);
  switch (line.kind) {
    case 'claimed':
      return `${who} took it`;
    case 'released':
      return `${who} released it`;
    case 'assigned':
      return `${who} gave it to ${line.owner?.name === myName ? 'you' : (line.owner?.name ?? 'nobody')}`;
    case 'new':
      return `${who} made it New`;
    case 'pending':
      return `${who} made it Pending`;
    case 'resolved':
      return `${who} resolved it`;
    case 'reopened':
      return line.by.kind === 'person' ? `${who} reopened it` : 'Reopened by a new message';
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
