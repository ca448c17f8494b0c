'use client';

import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

export type Sample = { ok: true; json: unknown } | { ok: false; message: string };

/** A pasted call, parsed as a real one is. */
export function sampleOf(text: string): Sample {
  if (text.trim() === '') return { ok: false, message: 'Paste a call to try the mapping on.' };
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch {
    return { ok: false, message: 'This is not JSON.' };
  }
}

/** Where a call is pasted to try a mapping on. It stays on this screen. */
export function SampleCall({
  text,
  onText,
  problem,
}: {
  text: string;
  onText: (text: string) => void;
  problem: string | null;
}) {
  return (
    <Field
      label="Sample call"
      hint="Paste the body of a real one. It stays on this screen and is not kept."
      error={problem}
    >
      <Textarea
        className="h-56 font-mono text-xs"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  );
}
