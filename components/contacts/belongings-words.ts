import type { BelongingsWire } from '@/lib/desk/wire-contacts';

/** What goes with a contact, a line each: '3 values', '1 conversation with 24 messages'. */
export function belongingsWords(belongings: BelongingsWire): string[] {
  const { values, conversations, messages, files, drafts, entries } = belongings;
  const lines = ['Their name, their id and who they are on your channels'];
  if (values > 0) lines.push(count(values, 'value', 'values'));
  if (conversations > 0)
    lines.push(
      `${count(conversations, 'conversation', 'conversations')} with ${count(messages, 'message or note', 'messages and notes')}`,
    );
  if (files > 0) lines.push(count(files, 'file', 'files'));
  if (drafts > 0) lines.push(`${count(drafts, 'draft', 'drafts')} of your team`);
  if (entries > 0)
    lines.push(`What ${count(entries, 'entry', 'entries')} of the journal say of them`);
  return lines;
}

function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
