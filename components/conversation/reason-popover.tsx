'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { reasonWords, SOURCE_WORDS } from '@/components/queue/reason-words';
import { ageWords } from '@/components/ui/durations';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { useNow } from '@/components/ui/use-now';
import type { MetCondition, Reason } from '@/lib/desk/wire';
import { conditionSentence } from '@/lib/segments/sentence';

/** Long enough not to open while the pointer only passes. */
const OPEN_AFTER_MS = 250;

/** Tells why a high-priority segment matches, on pointer, keyboard focus or touch. */
export function ReasonPopover({
  reason,
  className,
  children,
}: {
  reason: Reason;
  className: string;
  children: ReactNode;
}) {
  const { attributes } = useCatalogue();
  const [open, setOpen] = useState(false);
  const sentences = reason.conditions.map((condition) =>
    conditionSentence(
      condition,
      attributes.find(({ key }) => key === condition.attribute),
    ),
  );
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  function openSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), OPEN_AFTER_MS);
  }
  function close() {
    clearTimeout(timer.current);
    setOpen(false);
  }
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        className={className}
        aria-description={sentences.join('; ')}
        onPointerEnter={(event) => event.pointerType === 'mouse' && openSoon()}
        onPointerLeave={(event) => event.pointerType === 'mouse' && close()}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setOpen(true)}
        onBlur={close}
      >
        {children}
      </PopoverTrigger>
      <PopoverContent
        className="pointer-events-none"
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <p dir="auto" className="break-words font-semibold">
          {reason.name}
        </p>
        <ul className="mt-1.5 flex flex-col gap-1.5 border-line border-t pt-2">
          {reason.conditions.map((condition) => (
            <Because
              key={`${condition.attribute} ${condition.operator} ${condition.operand}`}
              condition={condition}
            />
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}

function Because({ condition }: { condition: MetCondition }) {
  const { attributes } = useCatalogue();
  const attribute = attributes.find(({ key }) => key === condition.attribute);
  const { label, link, fact } = reasonWords(condition, attribute);
  const { source, setAt } = condition;
  return (
    <li className="break-words text-ink-muted">
      {label} {link}{' '}
      {fact !== '' && (
        <span dir="auto" className="font-mono text-ink">
          {fact}
        </span>
      )}
      {source && ` · ${SOURCE_WORDS[source]}`}
      {setAt && (
        <>
          {' · '}
          <Ago at={setAt} />
        </>
      )}
    </li>
  );
}

function Ago({ at }: { at: string }) {
  const now = useNow(15_000) ?? Date.parse(at);
  const age = ageWords(Math.max(0, now - Date.parse(at)));
  return <time dateTime={at}>{age === 'now' ? 'just now' : `${age} ago`}</time>;
}
