'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EXTERNAL_ID } from '@/lib/desk/csv-cells';
import { ChooseFile } from './choose-file';
import { ImportColumns } from './import-columns';
import { ImportResult } from './import-result';
import { UndoImport } from './undo-import';
import { useImport } from './use-import';

/** Contacts from a CSV file: chosen, mapped, tried, imported, and taken back if it was wrong. */
export function ImportScreen() {
  const imports = useImport();
  const { file, look, columns, run, failure } = imports;
  const isRunning = run?.state === 'running';
  const isTried = run?.isDry === true && run.state === 'finished';
  const isImported = run !== null && !run.isDry && !isRunning;
  const hasId = columns.includes(EXTERNAL_ID);
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-5 px-4 py-6 md:px-8">
      <header>
        <p className="text-ink-muted text-xs">
          <Link href="/contacts" className="hover:text-ink hover:underline">
            Contacts
          </Link>
        </p>
        <h1 className="mt-1 font-semibold text-xl tracking-[-0.015em]">Import contacts</h1>
      </header>
      {failure !== null && (
        <p role="alert" className="text-danger">
          {failure}
        </p>
      )}
      {!look ? (
        <ChooseFile busy={imports.isLooking} onChoose={(chosen) => void imports.choose(chosen)} />
      ) : (
        <>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <span className="min-w-0 truncate font-medium">{file?.name}</span>
            <span className="text-ink-muted tabular-nums">
              {look.rows.toLocaleString('en')} {look.rows === 1 ? 'row' : 'rows'}
            </span>
            {!isRunning && (
              <Button size="sm" variant="ghost" onClick={imports.startOver}>
                Another file
              </Button>
            )}
          </p>
          {!isImported && (
            <ImportColumns
              look={look}
              columns={columns}
              disabled={isRunning}
              onMean={imports.mean}
            />
          )}
          {!hasId && (
            <p className="text-ink-muted">
              Choose the column that has the external id: by it a row finds its contact.
            </p>
          )}
          {run && <ImportResult run={run} total={look.rows} />}
          <div className="flex flex-wrap items-start gap-2">
            {isRunning ? (
              <Button onClick={imports.cancel}>Stop</Button>
            ) : isImported ? (
              run.importId !== null &&
              run.counts.created + run.counts.changed > 0 && <UndoImport importId={run.importId} />
            ) : (
              <>
                <Button
                  variant={isTried ? 'outline' : 'solid'}
                  disabled={!hasId}
                  onClick={() => void imports.start(true)}
                >
                  See what would happen
                </Button>
                {isTried && (
                  <Button
                    variant="solid"
                    disabled={run.counts.created + run.counts.changed === 0}
                    onClick={() => void imports.start(false)}
                  >
                    Import {(run.counts.created + run.counts.changed).toLocaleString('en')} contacts
                  </Button>
                )}
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}
