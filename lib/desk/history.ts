import type { Entry, ValueChange } from './entry';
import { isoTime } from './iso-time';
import type { Memory } from './memory';
import { previewOfWritten } from './preview';
import { trailOf } from './trail';
import type { HistoryLine, ValueChangeWire } from './wire-contacts';

/** What the entries did to a contact, in their order; those that leave nothing to see leave no line. */
export function historyOf(memory: Memory, entries: readonly Entry[]): HistoryLine[] {
  return entries.flatMap((entry): HistoryLine[] => {
    const line = lineOf(memory, entry);
    const { kind, id, name } = entry.actor;
    const head = { id: String(entry.revision), at: isoTime(entry.at), by: { kind, id, name } };
    return line.map((what) => ({ ...head, ...what }));
  });
}

type What = HistoryLine extends infer Line
  ? Line extends HistoryLine
    ? Omit<Line, 'id' | 'at' | 'by'>
    : never
  : never;

/** A reply that resolved, too, leaves two. */
function lineOf(memory: Memory, entry: Entry): What[] {
  switch (entry.kind) {
    case 'contact.created':
      return [{ kind: 'created' }];
    case 'contact.attributesChanged': {
      const { attributes, source, undone } = entry.body;
      const changes = entry.personal ? entry.personal.changes.map(changeWire) : [];
      return [{ kind: 'values', source, attributes, changes, isUndo: undone !== undefined }];
    }
    case 'conversation.opened':
      return [{ kind: 'opened', ...whereOf(entry.body) }];
    case 'conversation.messageReceived':
      return [{ kind: 'message', text: textOf(entry.personal), ...whereOf(entry.body) }];
    case 'conversation.replied':
      return [
        ...trailLines(memory, entry),
        { kind: 'reply', text: textOf(entry.personal), ...whereOf(entry.body) },
      ];
    case 'conversation.noted':
      return [{ kind: 'note', text: textOf(entry.personal), ...whereOf(entry.body) }];
    default:
      return trailLines(memory, entry);
  }
}

function trailLines(memory: Memory, entry: Entry): What[] {
  if (!('conversationId' in entry.body)) return [];
  const where = whereOf(entry.body);
  return trailOf(memory, [entry]).map((trail) => ({ kind: 'trail', trail, ...where }));
}

function whereOf({ conversationId, channel }: { conversationId: string; channel: string }) {
  return { conversationId, channel };
}

function textOf(written: { text: string } | null): string | null {
  return written && previewOfWritten(written);
}

function changeWire({ attribute, before, after }: ValueChange): ValueChangeWire {
  return { attribute, before: before?.value ?? null, after: after?.value ?? null };
}
