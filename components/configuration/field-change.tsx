import { cn } from '@/components/ui/class-names';
import type { Attributes } from '@/lib/attributes/attribute';
import type { ConfigurationFieldChange } from '@/lib/desk/wire-configuration';
import { fieldWords } from './part-words';
import { lineChange, valueLines } from './value-lines';

/** A field before and after: what goes and what comes, each marked by a sign and a word. */
export function FieldChange({
  change: { field, before, after },
  attributes,
}: {
  change: ConfigurationFieldChange;
  attributes: Attributes;
}) {
  const { gone, come } = lineChange(
    valueLines(field, before, attributes),
    valueLines(field, after, attributes),
  );
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-1 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-muted">{fieldWords(field)}</dt>
      <dd className="min-w-0">
        {gone.map((line) => (
          <Line key={line} sign="−" word="before" text={line} className="text-ink-muted" />
        ))}
        {come.map((line) => (
          <Line key={line} sign="+" word="after" text={line} />
        ))}
        {come.length === 0 && (
          <Line sign="+" word="after" text="nothing" className="text-ink-muted italic" />
        )}
      </dd>
    </div>
  );
}

function Line({
  sign,
  word,
  text,
  className,
}: {
  sign: '+' | '−';
  word: 'before' | 'after';
  text: string;
  className?: string;
}) {
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
