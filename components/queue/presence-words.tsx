import { Fragment } from 'react';
import type { PersonPresent } from '@/lib/realtime/protocol';

const MOST_NAMED = 2;

export type Doing = 'looking' | 'typing';

export const doingWords: Record<Doing, string> = { looking: 'looking', typing: 'typing…' };

type Present = { people: readonly PersonPresent[]; doing: Doing };

/** 'Kim is typing…', 'Kim and Sam are looking', 'Kim, Sam and 2 more are looking'. */
export function PresenceWords({ people, doing }: Present) {
  return (
    <>
      <Names people={people} /> {isOrAre(people)} {doingWords[doing]}
    </>
  );
}

/** The same in one line, of which the names give way where there is little room. */
export function PresenceLine({ people, doing }: Present) {
  return (
    <span className="flex min-w-0">
      <span className="min-w-0 truncate">
        <Names people={people} />
      </span>
      <span className="shrink-0 whitespace-pre">
        {' '}
        {isOrAre(people)} {doingWords[doing]}
      </span>
    </span>
  );
}

function isOrAre(people: readonly PersonPresent[]): 'is' | 'are' {
  return people.length === 1 ? 'is' : 'are';
}

function Names({ people }: { people: readonly PersonPresent[] }) {
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
      {more > 0 && ` and ${more} more`}
    </>
  );
}
