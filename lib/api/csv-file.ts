import { setImmediate } from 'node:timers/promises';
import { type CsvError, parse } from 'csv-parse';
import { invalid } from '@/lib/desk/errors';

const CSV_TYPE = /^text\/csv\s*(;|$)/i;
const MAX_RECORD_BYTES = 1_000_000;
/** So much is parsed before everybody else is served. */
const SLICE_CHARACTERS = 64_000;

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The text of a body that is a CSV file in UTF-8. Throws `invalid`. */
export async function csvTextOf(request: Request): Promise<string> {
  if (!CSV_TYPE.test(request.headers.get('content-type') ?? ''))
    throw invalid('Send the file as it is, with Content-Type: text/csv.', 'content-type');
  const bytes = new Uint8Array(await request.arrayBuffer());
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (/\S/.test(text)) return text;
  } catch {
    throw invalid('The file is not in UTF-8. Save it as “CSV UTF-8” and try again.');
  }
  throw invalid('The file is empty.');
}

/** What parts the cells: that of the three which the first line has most of, outside quotes. */
export function delimiterOf(text: string): Delimiter {
  const line = (/^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text)?.[0] ?? '').replace(
    /"(?:[^"]|"")*"/g,
    '',
  );
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: line.split(delimiter).length - 1,
  }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

/**
 * The rows of a CSV file with their cells, the header among them; empty lines are left out. Text is
 * parsed in slices, between which others are served. Throws `invalid` for what is no CSV.
 */
export async function* csvRows(text: string, delimiter: Delimiter): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  let failed: CsvError | null = null;
  parser.on('error', (error: CsvError) => {
    failed = error;
  });
  for (let from = 0; from < text.length; from += SLICE_CHARACTERS) {
    parser.write(text.slice(from, from + SLICE_CHARACTERS));
    await setImmediate();
    if (failed) throw noCsv(failed);
    for (let row = parser.read(); row !== null; row = parser.read()) yield row;
  }
  // The last row, or that it ends amid quotes, is told only once everything was read.
  parser.end();
  await setImmediate();
  if (failed) throw noCsv(failed);
  for (let row = parser.read(); row !== null; row = parser.read()) yield row;
}

function noCsv({ code, lines }: CsvError & { lines?: number }) {
  const where = lines === undefined ? '' : ` It was noticed at line ${lines}.`;
  if (code === 'CSV_MAX_RECORD_SIZE')
    return invalid(`A row has more than 1 MB: a quote may be open.${where}`);
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return invalid(`A quote is opened and never closed.${where}`);
  return invalid(`The file cannot be read as CSV.${where}`);
}
