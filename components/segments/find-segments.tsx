'use client';

import { Search } from 'lucide-react';
import { Input } from '@/components/ui/input';
import { counted } from '@/components/workspace/counted';

/** The segments whose names hold all words that were typed, in the order given. */
export function foundSegments<S extends { name: string }>(segments: readonly S[], sought: string) {
  const words = sought.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return segments.filter(({ name }) => {
    const text = name.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The search above a long list of segments. */
export function FindSegments({
  value,
  onChange,
  found,
}: {
  value: string;
  onChange: (value: string) => void;
  found: number;
}) {
  return (
    <div className="relative mb-3 max-w-72">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-faint"
      />
      <Input
        type="search"
        aria-label="Find segments"
        placeholder="Find segments"
        className="pl-8"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span role="status" className="sr-only">
        {value.trim() && `${counted(found, 'segment')} found`}
      </span>
    </div>
  );
}
