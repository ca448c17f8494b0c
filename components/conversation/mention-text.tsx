import { cn } from '@/components/ui/class-names';
import { partsOf } from '@/lib/desk/mentions';
import type { PersonMark } from '@/lib/desk/wire';
import { MessageText } from './message-text';

/** A message's text with the names it mentions marked, the reader's own more strongly. */
export function MentionText({
  text,
  mentions,
  myId,
}: {
  text: string;
  mentions: readonly PersonMark[];
  myId: string;
}) {
  let at = 0;
  return partsOf(text, mentions).map((part) => {
    const key = at;
    at += part.text.length;
    if (part.people.length === 0) return <MessageText key={key} text={part.text} />;
    const isMine = part.people.some(({ id }) => id === myId);
    return (
      <mark
        key={key}
        className={cn(
          'rounded-sm box-decoration-clone px-0.5 font-medium',
          isMine ? 'bg-solid text-on-solid' : 'bg-panel text-ink',
        )}
      >
        <bdi>{part.text}</bdi>
      </mark>
    );
  });
}
