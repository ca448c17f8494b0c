'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { type ImportedRow, ROW_OUTCOMES } from '@/lib/desk/wire-imports';
import { outcomeWords, resultsFile } from './import-words';
import type { ImportRun } from './use-import';

const MOST_SHOWN = 50;

/** How far an import has come, or a try of it: counts, progress, and why rows were refused. */
export function ImportResult({ run, total }: { run: ImportRun; total: number }) {
  const { counts, rows, state, isDry } = run;
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  return (
    <section aria-label={isDry ? 'What would happen' : 'What happened'}>
      <p role="status" className="font-medium tabular-nums">
        {stateWords(run, total)}
      </p>
      {state === 'running' && (
        <div
          role="progressbar"
          aria-label="Rows"
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={rows.length}
          className="mt-2 h-1 overflow-hidden rounded-full bg-line"
        >
          <div
            className="h-full origin-left rounded-full bg-ink-faint transition-transform"
            style={{ transform: `scaleX(${total === 0 ? 1 : rows.length / total})` }}
          />
        </div>
      )}
      <dl className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {ROW_OUTCOMES.map((outcome) => (
          <div key={outcome} className="rounded-lg border border-line bg-panel px-3 py-2">
            <dt className="text-ink-muted text-xs first-letter:uppercase">
              {outcomeWords(outcome, isDry)}
            </dt>
            <dd className="font-semibold text-lg tabular-nums">
              {counts[outcome].toLocaleString('en')}
            </dd>
          </div>
        ))}
      </dl>
      {refused.length > 0 && <Refused rows={refused} />}
      {state !== 'running' && rows.length > 0 && (
        <Button size="sm" className="mt-3" onClick={() => download(rows)}>
          <Download aria-hidden="true" /> What became of each row
        </Button>
      )}
    </section>
  );
}

function Refused({ rows }: { rows: readonly ImportedRow[] }) {
  const more = rows.length - MOST_SHOWN;
  return (
    <div className="mt-4">
      <h3 className="mb-1 font-medium">Refused</h3>
      <ul className="max-h-72 overflow-y-auto rounded-lg border border-line bg-panel">
        {rows.slice(0, MOST_SHOWN).map(({ row, externalId, message }) => (
          <li key={row} className="flex gap-3 border-line border-b px-3 py-1.5 last:border-b-0">
            <span className="w-16 shrink-0 text-ink-muted tabular-nums">Row {row}</span>
            <span dir="auto" className="w-32 shrink-0 truncate text-left">
              {externalId}
            </span>
            <span className="min-w-0 flex-1 text-ink-muted">{message}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-1 text-ink-muted text-xs tabular-nums">
          And {more.toLocaleString('en')} more, in the file below.
        </p>
      )}
    </div>
  );
}

function stateWords({ state, isDry, rows }: ImportRun, total: number): string {
  const count = (n: number) => n.toLocaleString('en');
  switch (state) {
    case 'running':
      return `${isDry ? 'Trying' : 'Importing'}: ${count(rows.length)} of ${count(total)} rows`;
    case 'finished':
      return isDry
        ? 'This is what would happen. Nothing has changed yet.'
        : `All ${count(rows.length)} rows are through.`;
    case 'cancelled':
      return isDry ? 'Stopped.' : `Stopped after ${count(rows.length)} of ${count(total)} rows.`;
    case 'failed':
      return `Ended after ${count(rows.length)} of ${count(total)} rows.`;
  }
}

function download(rows: readonly ImportedRow[]) {
  const url = URL.createObjectURL(new Blob([resultsFile(rows)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'import-results.csv';
  link.click();
  URL.revokeObjectURL(url);
}
