'use client';

import { counted } from '@/components/workspace/counted';
import { FindField, holdsWords } from '@/components/workspace/find-field';

/** The segments whose names hold all words that were typed, in the order given. */
export function foundSegments<S extends { name: string }>(segments: readonly S[], sought: string) {
  return segments.filter(({ name }) => holdsWords(name, sought));
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
    <FindField
      label="Find segments"
      value={value}
      onChange={onChange}
      found={`${counted(found, 'segment')} found`}
    />
  );
}
