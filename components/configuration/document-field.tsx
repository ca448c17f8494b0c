'use client';

import { FileUp } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** Where a configuration comes in: a file that is chosen, or its text; beside the choice, what to do with it. */
export function DocumentField({
  text,
  error,
  onText,
  children,
}: {
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file) onText(await file.text());
  };
  return (
    <>
      <Field
        label="A file, or its text"
        hint="A part of a file will do: what it does not mention stays as it is here, and nothing is deleted."
        error={error}
      >
        <Textarea
          rows={8}
          spellCheck={false}
          autoCapitalize="none"
          className="max-h-[60vh] font-mono text-xs"
          placeholder={'{\n  "version": 1,\n  "segments": […]\n}'}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </Field>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label="Configuration file"
        onChange={({ target }) => {
          void read(target.files?.[0]);
          // The same file can be chosen once more, after it was changed.
          target.value = '';
        }}
      />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button onClick={() => input.current?.click()}>
          <FileUp aria-hidden="true" />
          Choose a file
        </Button>
        {children}
      </div>
    </>
  );
}
