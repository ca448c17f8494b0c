'use client';

import { useCatalogue } from '@/components/live/catalogue';
import { Combobox } from '@/components/ui/combobox';
import { ListFrame, ListHead } from '@/components/workspace/list-frame';
import { mayWrite } from '@/lib/attributes/may-write';
import { EXTERNAL_ID } from '@/lib/desk/csv-cells';
import type { ColumnMeaning, ImportLook } from '@/lib/desk/wire-imports';

/** Stands for a column that is left out. */
const NOTHING = '*';
const COLUMNS = 'md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_15rem]';

/** What each column of the file is, guessed from its header and to be set right here. */
export function ImportColumns({
  look,
  columns,
  disabled,
  onMean,
}: {
  look: ImportLook;
  columns: readonly ColumnMeaning[];
  disabled: boolean;
  onMean: (place: number, meaning: ColumnMeaning) => void;
}) {
  const { attributes } = useCatalogue();
  const options = [
    { value: NOTHING, label: 'Not imported' },
    { value: EXTERNAL_ID, label: 'External id' },
    ...attributes
      .filter((attribute) => attribute.enabled && mayWrite(attribute, 'agent', undefined).ok)
      .map(({ key, label }) => ({ value: key, label, group: 'Attributes' })),
  ];
  return (
    <ListFrame>
      <ListHead columns={COLUMNS}>
        <span>In the file</span>
        <span>For example</span>
        <span>Is</span>
      </ListHead>
      <ul>
        {look.columns.map(({ header, examples, problem }, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called the same.
            key={place}
            className={`grid items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2 last:border-b-0 ${COLUMNS}`}
          >
            <span dir="auto" className="truncate text-left font-medium">
              {header || `Column ${place + 1}`}
            </span>
            <span dir="auto" className="truncate text-left text-ink-muted">
              {examples.join(' · ') || 'Empty'}
            </span>
            <div>
              <Combobox
                className="w-full"
                label={`What ${header || `column ${place + 1}`} is`}
                value={columns[place] ?? NOTHING}
                disabled={disabled}
                onValueChange={(value) => onMean(place, value === NOTHING ? null : value)}
                searchPlaceholder="Find an attribute…"
                options={options}
              />
              {problem && columns[place] === null && (
                <p className="mt-1 text-ink-muted text-xs">{problem}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </ListFrame>
  );
}
