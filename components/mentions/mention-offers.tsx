import { Avatar } from '@/components/ui/avatar';
import type { TypedOffers } from '@/components/ui/typed-offers';
import type { PersonMark } from '@/lib/desk/wire';
import { mentionQuery, offersFor } from './mention-query';

/** The colleagues to offer for the mention that is being written at the caret; null for none. */
export function mentionOffers(
  colleagues: readonly PersonMark[],
  text: string,
  caret: number,
): TypedOffers | null {
  const query = mentionQuery(text, caret);
  if (query === null) return null;
  const offers = offersFor(colleagues, query.typed).map(({ id, name }) => ({
    id,
    written: `@${name}`,
    shown: (
      <>
        <Avatar name={name} size="sm" />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {name}
        </span>
      </>
    ),
  }));
  return { ...query, label: 'Colleagues', offers };
}
