'use client';

import type { ReactNode } from 'react';
import { useColleaguesAt } from '@/components/live/use-presence';
import { Onlookers } from './onlookers';
import { PresenceLine, PresenceWords } from './presence-words';

/** As many faces as stand under a customer's: two, or one and how many more. */
const MOST_FACES = 2;

/** What a row says of its conversation: who is typing in it, or else what stands in between. */
export function TypingOr({
  conversationId,
  children,
}: {
  conversationId: string;
  children: ReactNode;
}) {
  const typing = useColleaguesAt(conversationId).filter((person) => person.typing);
  if (typing.length === 0) return children;
  return (
    <span className="text-ink">
      <PresenceLine people={typing} doing="typing" />
    </span>
  );
}

/** Who else looks at a row's conversation; takes no room of its own, so that nothing moves. */
export function RowOnlookers({ conversationId }: { conversationId: string }) {
  const people = useColleaguesAt(conversationId);
  if (people.length === 0) return null;
  const most = people.length > MOST_FACES ? 1 : MOST_FACES;
  return (
    <Onlookers
      people={people}
      most={most}
      doing="looking"
      className="absolute top-[39px] left-0 min-w-full justify-center"
    />
  );
}

/** The same in words, for who does not see the faces. */
export function OnlookersSaid({ conversationId }: { conversationId: string }) {
  const looking = useColleaguesAt(conversationId).filter((person) => !person.typing);
  if (looking.length === 0) return null;
  return (
    <span className="sr-only">
      , <PresenceWords people={looking} doing="looking" />
    </span>
  );
}
