import { useId } from 'react';
import { cn } from '@/components/ui/class-names';
import { shareText } from './share-text';

export type Bar = {
  key: string;
  label: string;
  contacts: number;
  /** For what is no value of its own, such as all others together. */
  isRest?: boolean;
};

/**
 * A chart whose rows are those of a table: who cannot see the bars hears what and how many. The
 * longest bar is the row with the most contacts; shares are of all `of`.
 */
export function BarTable({
  title,
  bars,
  of,
  note,
}: {
  title: string;
  bars: readonly Bar[];
  of: number;
  note?: string | undefined;
}) {
  const id = useId();
  return (
    <div>
      <h3 id={id} className="mb-1.5 font-medium text-sm">
        {title}
      </h3>
      {bars.length > 0 && <Table labelledBy={id} bars={bars} of={of} />}
      {note && <p className="mt-1.5 text-ink-muted text-xs">{note}</p>}
    </div>
  );
}

function Table({ labelledBy, bars, of }: { labelledBy: string; bars: readonly Bar[]; of: number }) {
  const most = Math.max(1, ...bars.map(({ contacts }) => contacts));
  return (
    <table aria-labelledby={labelledBy} className="w-full table-fixed text-sm tabular-nums">
      <colgroup>
        <col />
        <col className="w-16" />
        <col className="w-16" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Contacts</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, contacts, isRest }) => (
          <tr key={key}>
            <th scope="row" className="py-1 text-left font-normal">
              <span className="flex flex-col gap-1 sm:flex-row sm:items-center sm:gap-3">
                <span
                  dir="auto"
                  title={label}
                  className={cn(
                    'wrap-anywhere line-clamp-2 sm:w-1/3 sm:shrink-0',
                    (isRest || contacts === 0) && 'text-ink-muted',
                  )}
                >
                  {label}
                </span>
                <span aria-hidden className="h-1.5 sm:h-3 sm:min-w-0 sm:flex-1">
                  <span
                    className={cn(
                      'block h-full min-w-0.5 rounded-sm',
                      isRest ? 'bg-line-strong' : 'bg-ink-faint',
                      contacts === 0 && 'bg-line',
                    )}
                    style={{ width: `${(contacts / most) * 100}%` }}
                  />
                </span>
              </span>
            </th>
            <td className="py-1 text-right align-top sm:align-middle">
              {contacts.toLocaleString('en')}
            </td>
            <td className="py-1 text-right align-top text-ink-muted sm:align-middle">
              {shareText(contacts, of)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
