import { cn } from '@/components/ui/class-names';
import type { Attributes } from '@/lib/attributes/attribute';
import type { ConfigurationFieldChange } from '@/lib/desk/wire-configuration';
import { fieldWords } from './part-words';
import { lineChange, valueLines } from './value-lines';

/** A field before and after: what goes and what comes, each marked by a sign and a word. */
export function FieldChange({
  change: { field, before, after },
  isNew,
  attributes,
}: {
  change: ConfigurationFieldChange;
  /** Whether the thing is new, and has no before. */
  isNew: boolean;
  attributes: Attributes;
}) {
  const linesBefore = valueLines(field, before, attributes);
  const linesAfter = valueLines(field, after, attributes);
  const { gone, come } = lineChange(linesBefore, linesAfter);
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-1 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-muted">{fieldWords(field)}</dt>
      <dd className="min-w-0">
        {linesBefore.length === 0 && !isNew && <Nothing sign="−" word="before" />}
        {gone.map((line) => (
          <Line key={line} sign="−" word="before" text={line} className="text-ink-muted" />
        ))}
        {come.map((line) => (
          <Line key={line} sign="+" word="after" text={line} />
        ))}
        {linesAfter.length === 0 && <Nothing sign="+" word="after" />}
      </dd>
    </div>
  );
}

type Side = { sign: '+' | '−'; word: 'before' | 'after' };

function Nothing(side: Side) {
  return <Line {...side} text="nothing" className="text-ink-muted italic" />;
}

function Line({ sign, word, text, className }: Side & { text: string; className?: string }) {
  return (
    <p className={cn('flex gap-2', className)}>
      <span aria-hidden className="w-2 shrink-0 select-none font-mono text-ink-faint">
        {sign}
      </span>
      <span className="sr-only">{word}: </span>
      <span dir="auto" className="wrap-anywhere line-clamp-6 min-w-0 whitespace-pre-wrap">
        {text}
      </span>
    </p>
  );
}
