'use client';

import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';

/** Chooses files to go with the next message. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file can be chosen once more.
          target.value = '';
        }}
      />
      <Tooltip label="Attach files">
        <Button
          variant="ghost"
          size="icon"
          className="size-7"
          aria-label="Attach files"
          onClick={() => input.current?.click()}
        >
          <Paperclip aria-hidden="true" />
        </Button>
      </Tooltip>
    </>
  );
}
