'use client';

import { Eye, PencilLine } from 'lucide-react';
import { useConversation } from '@/components/live/conversation-live';
import { useColleaguesAt } from '@/components/live/use-presence';
import { Onlookers } from '@/components/queue/onlookers';
import { doingWords, PresenceLine, PresenceWords } from '@/components/queue/presence-words';
import { cn } from '@/components/ui/class-names';
import { useTypingStarts } from './use-typing-starts';

const MOST_FACES = 2;

/** Who else is at this conversation, in the room that is left: faces, then what they do, then names. */
export function ColleaguesHere() {
  const { conversationId } = useConversation().detail.header;
  const people = useColleaguesAt(conversationId);
  const begun = useTypingStarts(people);
  const typing = people.filter((person) => person.typing);
  const looking = people.filter((person) => !person.typing);
  const doing = typing.length > 0 ? 'typing' : 'looking';
  const shown = doing === 'typing' ? typing : looking;
  const Sign = doing === 'typing' ? PencilLine : Eye;
  return (
    <div className="@container h-5 min-w-0">
      {people.length > 0 && (
        <p
          className={cn(
            'fade-in flex h-full animate-in items-center gap-1 pl-2',
            doing === 'typing' ? 'text-ink' : 'text-ink-muted',
          )}
        >
          <span className="sr-only">
            {typing.length > 0 && <PresenceWords people={typing} doing="typing" />}
            {typing.length > 0 && looking.length > 0 && ', '}
            {looking.length > 0 && <PresenceWords people={looking} doing="looking" />}
          </span>
          <Sign aria-hidden="true" className="size-3 shrink-0 @min-[5.5rem]:hidden" />
          <Onlookers people={shown} most={MOST_FACES} doing={doing} />
          <span
            aria-hidden="true"
            className="hidden truncate @min-[5.5rem]:inline @min-[13rem]:hidden"
          >
            {doingWords[doing]}
          </span>
          <span aria-hidden="true" className="hidden min-w-0 @min-[13rem]:block">
            <PresenceLine people={shown} doing={doing} />
          </span>
        </p>
      )}
      <p aria-live="polite" className="sr-only">
        {begun.length > 0 && <PresenceWords people={begun} doing="typing" />}
      </p>
    </div>
  );
}
