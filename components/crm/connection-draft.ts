import type { CrmConnection } from '@/lib/desk/crm';
import type { Channel } from '@/lib/desk/facts';

/** A connection while it is written: an empty path is none yet. */
export type ConnectionDraft = Omit<CrmConnection, 'fields' | 'versionPath'> & {
  versionPath: string;
  fields: { id: number; attribute: string; path: string }[];
};

/** What is written before anybody has written anything. */
export function draftOf(
  connection: CrmConnection | null,
  channels: readonly Channel[],
): ConnectionDraft {
  if (!connection) {
    return {
      enabled: true,
      url: '',
      keyAttribute: null,
      versionPath: '',
      fields: [],
      push: null,
      channels: channels.map(({ key }) => key),
      timeoutMs: 5_000,
      freshMinutes: 60,
    };
  }
  const { fields, versionPath, ...rest } = connection;
  const lines = fields.map((field, id) => ({ id, ...field }));
  return { ...rest, versionPath: versionPath ?? '', fields: lines };
}

/** The connection as it is saved; lines that nobody has filled in are left out. */
export function connectionOf({ versionPath, fields, ...rest }: ConnectionDraft): CrmConnection {
  return {
    ...rest,
    url: rest.url.trim(),
    versionPath: versionPath.trim() || null,
    fields: fields.flatMap(({ attribute, path }) =>
      attribute === '' && path.trim() === '' ? [] : [{ attribute, path: path.trim() }],
    ),
  };
}

/** Whether two drafts would be saved alike. */
export function isSameDraft(a: ConnectionDraft, b: ConnectionDraft): boolean {
  return JSON.stringify(connectionOf(a)) === JSON.stringify(connectionOf(b));
}

/** The draft with one more line, for an attribute to be chosen. */
export function withLine(draft: ConnectionDraft): ConnectionDraft {
  const id = Math.max(-1, ...draft.fields.map((line) => line.id)) + 1;
  return { ...draft, fields: [...draft.fields, { id, attribute: '', path: '' }] };
}

/** The line that a refusal names, where it names one. */
export function lineOfRefusal(field: string | undefined): number | null {
  const line = /^fields\.(\d+)\b/.exec(field ?? '');
  return line ? Number(line[1]) : null;
}

const SECONDS = [1, 2, 5, 10, 30];
const FRESH: readonly { minutes: number; label: string }[] = [
  { minutes: 0, label: 'Not at all: ask with every message' },
  { minutes: 15, label: '15 minutes' },
  { minutes: 60, label: '1 hour' },
  { minutes: 24 * 60, label: '1 day' },
  { minutes: 7 * 24 * 60, label: '7 days' },
  { minutes: 30 * 24 * 60, label: '30 days' },
];

/** The usual limits, and the one that is kept, which may be another. */
export function timeoutOptions(keptMs: number): { value: string; label: string }[] {
  const usual = SECONDS.map((seconds) => ({
    value: `${seconds * 1_000}`,
    label: seconds === 1 ? '1 second' : `${seconds} seconds`,
  }));
  return withKept(usual, `${keptMs}`, `${keptMs} ms`);
}

/** How long an answer may count as fresh, and what is kept, which may be another time. */
export function freshOptions(keptMinutes: number): { value: string; label: string }[] {
  const usual = FRESH.map(({ minutes, label }) => ({ value: `${minutes}`, label }));
  return withKept(usual, `${keptMinutes}`, `${keptMinutes} minutes`);
}

function withKept(usual: { value: string; label: string }[], value: string, label: string) {
  return usual.some((option) => option.value === value) ? usual : [...usual, { value, label }];
}
