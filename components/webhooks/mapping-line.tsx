'use client';

import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import type { Tried } from '@/lib/desk/payload-mapping';
import { MAX_PATH_LENGTH, parsePath } from '@/lib/desk/payload-path';

export const MAPPING_COLUMNS = 'md:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)_minmax(0,1.3fr)]';

/** One line of a mapping: what is filled, from where, and what that gives from the sample. */
export function MappingLine({
  name,
  label,
  hint,
  path,
  placeholder,
  pathsId,
  tried,
  refused,
  readOnly,
  onPath,
  remove,
}: {
  /** The line as it is read out. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  path: string;
  placeholder: string;
  /** Of the list of paths that the sample has. */
  pathsId: string;
  /** Null while there is no sample. */
  tried: Tried | null;
  /** Why the line was not saved. */
  refused?: string;
  readOnly: boolean;
  onPath: (path: string) => void;
  remove?: ReactNode;
}) {
  const parsed = path.trim() === '' ? null : parsePath(path);
  const wrong = refused ?? (parsed && !parsed.ok ? parsed.message : undefined);
  return (
    <li
      className={cn(
        'grid grid-cols-1 items-start gap-x-4 gap-y-1.5 border-line border-b px-4 py-3 last:border-b-0 md:grid',
        MAPPING_COLUMNS,
      )}
    >
      <div className="min-w-0 text-sm">
        <div className="font-medium text-ink">{label}</div>
        {hint && <div className="text-ink-muted text-xs">{hint}</div>}
      </div>
      <div className="flex min-w-0 gap-1">
        <Input
          aria-label={`Path of ${name}`}
          className="font-mono text-xs"
          list={pathsId}
          placeholder={placeholder}
          maxLength={MAX_PATH_LENGTH}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          readOnly={readOnly}
          invalid={wrong !== undefined}
          value={path}
          onChange={(event) => onPath(event.target.value)}
        />
        {remove}
      </div>
      <p className="min-w-0 text-sm md:pt-1.5">
        {wrong ? <span className="text-danger text-xs">{wrong}</span> : <Gives tried={tried} />}
      </p>
    </li>
  );
}

function Gives({ tried }: { tried: Tried | null }) {
  if (!tried) return <span className="text-ink-faint text-xs">–</span>;
  const { gives, problem, found, isFatal } = tried;
  if (problem !== null) {
    return (
      <span className="text-danger text-xs">
        {found !== undefined && (
          <code className="mr-1.5 wrap-anywhere font-mono text-ink-muted">{shown(found)}</code>
        )}
        {problem} {isFatal ? 'The whole call is refused.' : 'It is left out, and told.'}
      </span>
    );
  }
  if (gives === null)
    return (
      <span className="text-ink-muted text-xs">
        {found === null ? 'null: the value is taken away' : 'Nothing there'}
      </span>
    );
  return (
    <span dir="auto" className="line-clamp-3 wrap-anywhere font-mono text-ink text-xs">
      {gives}
    </span>
  );
}

const SHOWN_LENGTH = 60;

function shown(found: unknown): string {
  const text = JSON.stringify(found) ?? '';
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
