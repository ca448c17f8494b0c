'use client';

import { useCatalogue } from '@/components/live/catalogue';
import { ageWords } from '@/components/ui/durations';
import { useNow } from '@/components/ui/use-now';
import type { MetCondition, QueueEntry } from '@/lib/desk/wire';
import { ordinal, reasonWords, SOURCE_WORDS } from './reason-words';

/** Why a conversation stands where it stands: its place, and each high-priority segment it matches. */
export function ReasonCard({
  entry,
  place,
  total,
}: {
  entry: QueueEntry;
  /** From 0; null once it is not in the queue any more. */
  place: number | null;
  total: number;
}) {
  const last = lastSet(entry);
  return (
    <>
      <p className="flex items-baseline justify-between gap-3 pb-2.5 font-semibold">
        Priority {entry.priority}
        <span className="font-normal text-ink-muted tabular-nums">
          {place === null
            ? 'Not in this queue'
            : `${ordinal(place + 1)} of ${total.toLocaleString('en')}`}
        </span>
      </p>
      {entry.reasons.length === 0 && (
        <p className="border-line border-t pt-2.5 text-ink-muted">
          No high-priority segment matches.
        </p>
      )}
      <ul>
        {entry.reasons.map(({ segmentId, name, conditions }) => (
          <li key={segmentId} className="border-line border-t py-2.5 last:pb-0">
            <p dir="auto" className="break-words font-semibold">
              {name}
            </p>
            {conditions.map((condition) => (
              <Why
                key={`${condition.attribute} ${condition.operator} ${condition.operand}`}
                condition={condition}
              />
            ))}
          </li>
        ))}
      </ul>
      {last && entry.reasons.length > 1 && (
        <p className="mt-2.5 border-line border-t pt-2 text-ink-faint text-xs">
          Changed last: <Label attribute={last.attribute} />, <Age at={last.setAt} />
        </p>
      )}
    </>
  );
}

function Why({ condition }: { condition: MetCondition }) {
  const { attributes } = useCatalogue();
  const { label, link, fact } = reasonWords(
    condition,
    attributes.find(({ key }) => key === condition.attribute),
  );
  const { source, setAt } = condition;
  return (
    <p className="mt-0.5 break-words text-ink-muted text-xs leading-[1.15rem]">
      <bdi>{label}</bdi> {link}{' '}
      {fact !== '' && <bdi className="font-mono text-ink tabular-nums">{fact}</bdi>}
      {source && ` · ${SOURCE_WORDS[source]}`}
      {setAt && (
        <>
          {' · '}
          <Age at={setAt} />
        </>
      )}
    </p>
  );
}

function Label({ attribute }: { attribute: string }) {
  const { attributes } = useCatalogue();
  return <bdi>{attributes.find(({ key }) => key === attribute)?.label ?? attribute}</bdi>;
}

function Age({ at }: { at: string }) {
  const now = useNow(15_000) ?? Date.now();
  const age = ageWords(Math.max(0, now - Date.parse(at)));
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {age === 'now' ? 'just now' : `${age} ago`}
    </time>
  );
}

/** The value behind the reasons that was set last. */
function lastSet({ reasons }: QueueEntry): { attribute: string; setAt: string } | null {
  let last: { attribute: string; setAt: string } | null = null;
  for (const { attribute, setAt } of reasons.flatMap(({ conditions }) => conditions)) {
    if (setAt && (!last || setAt > last.setAt)) last = { attribute, setAt };
  }
  return last;
}
