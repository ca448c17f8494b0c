'use client';

import { useEffect, useRef, useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import type {
  ColumnMeaning,
  ImportedRow,
  ImportLook,
  ImportProgress,
  RowOutcome,
} from '@/lib/desk/wire-imports';
import { importFile, lookAtFile } from './import-calls';

/** A run of an import, dry or real: how far it is, and what became of each row. */
export type ImportRun = {
  isDry: boolean;
  counts: Record<RowOutcome, number>;
  importId: string | null;
  rows: readonly ImportedRow[];
  /** Running, over, given up, or ended by a failure that says why. */
  state: 'running' | 'finished' | 'cancelled' | 'failed';
};

const NOTHING = { created: 0, changed: 0, same: 0, refused: 0 };

/** A file on its way in: chosen, looked at, mapped, tried and imported. */
export function useImport() {
  const [file, setFile] = useState<File | null>(null);
  const [look, setLook] = useState<ImportLook | null>(null);
  const [columns, setColumns] = useState<readonly ColumnMeaning[]>([]);
  const [run, setRun] = useState<ImportRun | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  function begin(): AbortSignal {
    leaving.current?.abort();
    leaving.current = new AbortController();
    setFailure(null);
    return leaving.current.signal;
  }

  async function choose(chosen: File) {
    const signal = begin();
    setFile(chosen);
    setLook(null);
    setRun(null);
    setLooking(true);
    try {
      const found = await lookAtFile(chosen, signal);
      if (signal.aborted) return;
      setLook(found);
      setColumns(found.columns.map(({ guess }) => guess));
    } catch (thrown) {
      if (!signal.aborted) setFailure(failureMessage(thrown));
    } finally {
      if (!signal.aborted) setLooking(false);
    }
  }

  /** Another meaning of a column; what another column meant alike, it does no more. */
  function mean(place: number, meaning: ColumnMeaning) {
    setRun(null);
    setColumns((before) =>
      before.map((one, at) => (at === place ? meaning : one === meaning ? null : one)),
    );
  }

  async function start(isDry: boolean) {
    if (!file || !look) return;
    const signal = begin();
    const rows: ImportedRow[] = [];
    let last: ImportRun = { isDry, counts: NOTHING, importId: null, rows, state: 'running' };
    const tell = (next: Partial<ImportRun>) => {
      last = { ...last, ...next };
      setRun(last);
    };
    tell({});
    try {
      const asked = { delimiter: look.delimiter, columns, isDry };
      for await (const line of importFile(file, asked, signal)) {
        rows.push(...line.results);
        tell({ counts: countsOf(line), importId: line.importId });
        if (line.finished) tell({ state: 'finished' });
      }
    } catch (thrown) {
      if (signal.aborted) tell({ state: 'cancelled' });
      else {
        tell({ state: 'failed' });
        setFailure(failureMessage(thrown));
      }
    }
  }

  return {
    file,
    look,
    columns,
    run,
    failure,
    isLooking,
    choose,
    mean,
    start,
    cancel: () => leaving.current?.abort(),
    startOver() {
      begin();
      setFile(null);
      setLook(null);
      setRun(null);
      setLooking(false);
    },
  };
}

function countsOf({ created, changed, same, refused }: ImportProgress): ImportRun['counts'] {
  return { created, changed, same, refused };
}
