import { trailWords } from '@/components/conversation/trail-words';
import { valueText } from '@/components/workspace/value-text';
import type { Attributes, Scalar } from '@/lib/attributes/attribute';
import type { HistoryLine, ValueChangeWire } from '@/lib/desk/wire-contacts';

type Reader = { myId: string; timeZone: string };

/** Who did it, for a reader: 'You', a person's name, a token's, a channel's. */
export function whoDid({ by }: HistoryLine, myId: string): string {
  return by.kind === 'person' && by.id === myId ? 'You' : by.name;
}

/** What a line says beside its text or its values: 'Ada replied', 'The CRM changed'. */
export function historyWords(line: HistoryLine, { myId, timeZone }: Reader): string {
  const who = whoDid(line, myId);
  switch (line.kind) {
    case 'created':
      return line.by.kind === 'person' ? `${who} added this contact` : `Came in by ${who}`;
    case 'values':
      if (line.isUndo) return `${who} took back`;
      return line.changes.every(({ after }) => after === null) && line.changes.length > 0
        ? `${who} cleared`
        : `${who} set`;
    case 'opened':
      return 'A conversation began';
    case 'message':
      return 'The customer wrote';
    case 'reply':
      return `${who} replied`;
    case 'note':
      return `${who} left a note`;
    case 'trail':
      return trailWords(line.trail, myId, timeZone);
  }
}

/** One value of a change as people read it; null for none. */
export function changedText(
  attributes: Attributes,
  { attribute }: ValueChangeWire,
  value: Scalar | null,
): string | null {
  if (value === null) return null;
  return valueText(value, attributes.get(attribute)?.format ?? 'text');
}
