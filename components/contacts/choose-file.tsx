'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';

/** A CSV file, chosen or dropped. */
export function ChooseFile({ busy, onChoose }: { busy: boolean; onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !busy) onChoose(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cn(
        'flex flex-col items-center rounded-lg border border-line-strong border-dashed bg-panel px-6 py-12 text-center text-ink-muted',
        isOver && 'border-focus bg-selected',
      )}
    >
      <FileUp aria-hidden="true" className="mb-3 size-6 text-ink-faint" />
      <p className="font-medium text-base text-ink">Drop a CSV file here</p>
      <p className="mt-1 max-w-96 text-pretty">
        In UTF-8, with a header, and a column that says who each row is about. At most 100,000 rows.
        Nothing is kept before you have seen what would happen.
      </p>
      <Button variant="solid" className="mt-4" busy={busy} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="CSV file"
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onChoose(file);
        }}
      />
    </div>
  );
}
