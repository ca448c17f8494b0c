'use client';

import { Check } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { ROW_COLUMNS, type RowColumn } from '@/lib/desk/facts';

const WORDS: Readonly<Record<RowColumn, string>> = {
  preview: 'Last message',
  segments: 'Segments',
  owner: 'Owner',
  channel: 'Channel',
  waiting: 'Waiting time',
};

/** What a row shows, to choose from; priority and name it always shows. */
export function ColumnChoices({
  columns,
  onColumns,
}: {
  columns: readonly RowColumn[];
  onColumns: (columns: RowColumn[]) => void;
}) {
  return (
    <fieldset>
      <legend className="font-medium text-sm">Rows show</legend>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {ROW_COLUMNS.map((column) => {
          const shown = columns.includes(column);
          return (
            <button
              key={column}
              type="button"
              aria-pressed={shown}
              onClick={() =>
                onColumns(ROW_COLUMNS.filter((one) => columns.includes(one) !== (one === column)))
              }
              className={cn(
                'flex h-7 items-center gap-1 rounded-full border px-2.5 text-xs transition-colors focus-visible:outline-offset-0 pointer-coarse:h-9',
                shown
                  ? 'border-ink bg-selected font-medium text-ink'
                  : 'border-line-strong text-ink-muted hover:border-ink-faint hover:text-ink',
              )}
            >
              <Check
                aria-hidden="true"
                className={cn('size-3 transition-opacity', !shown && 'opacity-0')}
              />
              {WORDS[column]}
            </button>
          );
        })}
      </div>
      <p className="mt-1.5 text-ink-muted text-xs">Beside the priority and the name.</p>
    </fieldset>
  );
}
