import { ArrowUp } from 'lucide-react';

/** Says what was held back while someone was at the list, and lets it in. */
export function HeldPill({ words, onApply }: { words: string; onApply: () => void }) {
  if (words === '') return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center">
      <button
        type="button"
        onClick={onApply}
        className="fade-in-0 slide-in-from-bottom-2 pointer-events-auto flex h-8 animate-in items-center gap-2 rounded-full bg-solid px-4 font-medium text-on-solid shadow-overlay tabular-nums duration-150 hover:bg-solid-hover motion-reduce:animate-none"
      >
        <ArrowUp aria-hidden="true" className="size-3.5" />
        {words}
        <span className="sr-only"> while you were here. Show now</span>
      </button>
    </div>
  );
}
