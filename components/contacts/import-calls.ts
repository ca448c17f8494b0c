import { answerLines, callApiForLines, failureOf, unreachable } from '@/components/live/call-api';
import type {
  ColumnMeaning,
  ImportLook,
  ImportProgress,
  ImportUndoProgress,
} from '@/lib/desk/wire-imports';

const PATH = '/api/v1/contacts/import';

/** What a file seems to be. Throws ApiFailure. */
export async function lookAtFile(file: File, signal: AbortSignal): Promise<ImportLook> {
  const answer = await send('/look', file, signal);
  const look: ImportLook = await answer.json();
  return look;
}

/** Imports a file, or tries it, and tells how far it has come. Throws ApiFailure. */
export async function* importFile(
  file: File,
  {
    delimiter,
    columns,
    isDry,
  }: { delimiter: string; columns: readonly ColumnMeaning[]; isDry: boolean },
  signal: AbortSignal,
): AsyncGenerator<ImportProgress> {
  const query = new URLSearchParams({
    columns: columns.map((one) => one ?? '').join(','),
    delimiter,
    dry: isDry ? 'yes' : 'no',
  });
  yield* answerLines<ImportProgress>(await send(`?${query}`, file, signal));
}

/** Takes an import back, and tells how far that has come. Throws ApiFailure. */
export function undoImport(importId: string): AsyncGenerator<ImportUndoProgress> {
  return callApiForLines<ImportUndoProgress>('POST', '/contacts/import/undo', { importId });
}

async function send(path: string, file: File, signal: AbortSignal): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`${PATH}${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'text/csv' },
      body: file,
      signal,
    });
  } catch {
    throw unreachable();
  }
  if (!answer.ok) throw failureOf(answer.status, await answer.text());
  return answer;
}
