import { Fragment } from 'react';
import type { PersonPresent } from '@/lib/realtime/protocol';

const MOST_NAMED = 2;

export type Doing = 'looking' | 'typing';

export const doingWords: Record<Doing, string> = { looking: 'looking', typing: 'typing…' };

/** 'Kim is typing…', 'Kim and Sam are looking', 'Kim, Sam and 2 more are looking'. */
export function PresenceWords({
  people,
  doing,
}: {
  people: readonly PersonPresent[];
  doing: Doing;
}) {
  const named = people.slice(0, MOST_NAMED);
  const more = people.length - named.length;
  return (
    <>
      {named.map(({ id, name }, place) => (
        <Fragment key={id}>
          {place > 0 && (more === 0 ? ' and ' : ', ')}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`} {people.length === 1 ? 'is' : 'are'} {doingWords[doing]}
    </>
  );
}
