import { invalid } from '@/lib/desk/errors';
import type { Memory } from '@/lib/desk/memory';
import { MAX_MENTIONS, mentionedIn } from '@/lib/desk/mentions';
import type { PersonMark } from '@/lib/desk/wire';

/** The people mentioned, each once. Throws `invalid` with the place of one who cannot be. */
export function checkedMentions(
  memory: Memory,
  ids: readonly string[],
  text: string,
): PersonMark[] {
  if (ids.length > MAX_MENTIONS)
    throw invalid(`A note mentions at most ${MAX_MENTIONS} people.`, 'mentions');
  const marks = ids.map((id, place) => {
    const person = memory.people.get(id);
    if (!person?.active) throw invalid('There is no such active person.', `mentions.${place}`);
    const mark = { id, name: person.name };
    if (mentionedIn(text, [mark]).length === 0)
      throw invalid(`@${person.name} does not stand in the text.`, `mentions.${place}`);
    return mark;
  });
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}
