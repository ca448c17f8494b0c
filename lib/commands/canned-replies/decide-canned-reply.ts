import type { Attributes } from '@/lib/attributes/attribute';
import { placeholderKeys, placeholderProblem } from '@/lib/attributes/placeholders';
import { checkedName, checkedText, MAX_MESSAGE_LENGTH } from '@/lib/desk/checks';
import { invalid } from '@/lib/desk/errors';
import type { CannedReply } from '@/lib/desk/facts';

/**
 * The canned reply as it will be; what is not given stays. Placeholders of attributes disabled
 * since, and of those of `mayBeDisabled`, may stand. Throws `invalid` with the field.
 */
export function decideCannedReply({
  attributes,
  before,
  given: { title = before?.title, text = before?.text },
  newId,
  mayBeDisabled = [],
}: {
  attributes: Attributes;
  before: CannedReply | null;
  given: { title?: string; text?: string };
  /** For one that is new. */
  newId: () => string;
  mayBeDisabled?: Iterable<string>;
}): CannedReply {
  if (title === undefined) throw invalid('Give the canned reply a title.', 'title');
  if (text === undefined) throw invalid('Give the canned reply a text.', 'text');
  const after = {
    id: before?.id ?? newId(),
    title: checkedName(title, 'title'),
    text: checkedText(text, 'text', MAX_MESSAGE_LENGTH),
  };
  // A text that stays is not looked at again: a title can be changed whatever became of attributes.
  if (after.text === before?.text) return after;
  const keepDisabled = new Set([...placeholderKeys(before?.text ?? ''), ...mayBeDisabled]);
  const problem = placeholderProblem(after.text, attributes, { keepDisabled });
  if (problem) throw invalid(problem, 'text');
  return after;
}

/** The canned reply without who changed it and when, which the entry says itself. */
export function definition({ id, title, text }: CannedReply): CannedReply {
  return { id, title, text };
}
