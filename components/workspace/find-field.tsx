'use client';

import { Search } from 'lucide-react';
import { Input } from '@/components/ui/input';

/** Whether a text holds all words that were typed, whatever their case. */
export function holdsWords(text: string, sought: string): boolean {
  const folded = text.toLocaleLowerCase();
  const words = sought.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return words.every((word) => folded.includes(word));
}

/** The search above a list; `found` tells who cannot see the list what is left of it. */
export function FindField({
  label,
  value,
  onChange,
  found,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  found: string;
}) {
  return (
    <div className="relative mb-3 max-w-72">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-faint"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="pl-8"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span role="status" className="sr-only">
        {value.trim() && found}
      </span>
    </div>
  );
}
