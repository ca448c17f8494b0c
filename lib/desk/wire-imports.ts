import type { EXTERNAL_ID } from './csv-cells';

/** What a column of a file is: who the row is about, an attribute by its key, or nothing to import. */
export type ColumnMeaning = typeof EXTERNAL_ID | (string & {}) | null;

/** A column of a file, and what it seems to be. */
export type ImportColumn = {
  header: string;
  /** The first few different cells. */
  examples: string[];
  guess: ColumnMeaning;
  /** Why it cannot be imported, where it names an attribute that people do not write. */
  problem: string | null;
};

/** A file as it seems to be meant. */
export type ImportLook = { delimiter: string; rows: number; columns: ImportColumn[] };

export const ROW_OUTCOMES = ['created', 'changed', 'same', 'refused'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What became of a row, or would. Rows count from 1, without the header. */
export type ImportedRow = {
  row: number;
  externalId: string;
  outcome: RowOutcome;
  /** Why it was refused. */
  message: string | null;
};

/** How far an import has come, or a dry run of it. */
export type ImportProgress = Record<RowOutcome, number> & {
  /** By this it can be taken back; null for a dry run. */
  importId: string | null;
  /** Those since the last line. */
  results: ImportedRow[];
  /** True on the last line, and on no other. */
  finished: boolean;
};

/** How far the undoing of an import has come. */
export type ImportUndoProgress = {
  total: number;
  done: number;
  failed: number;
  /** Those that were left as they are since the last line, and why. */
  failures: { contactId: string; name: string | null; message: string }[];
  finished: boolean;
};
