'use client';

import { CircleAlert, FileText, RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Attaching } from './attaching-store';
import { fileSize } from './file-size';
import type { AttachingFiles } from './use-attaching';

/** The files beside what is written: how far each is, why it failed, and ways to try again or take it out. */
export function AttachingList({ files }: { files: AttachingFiles }) {
  if (files.list.length === 0) return null;
  return (
    <ul
      aria-label="Files to send"
      className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto px-3 pt-1 pb-2"
    >
      {files.list.map((one) => (
        <li
          key={one.key}
          className={cn(
            'relative flex min-h-11 w-60 max-w-full items-center gap-2 overflow-hidden rounded-md border border-line bg-panel pr-1 pl-1.5',
            one.problem && 'w-full border-danger-line bg-danger-soft py-1',
          )}
        >
          <Face one={one} />
          <span className="min-w-0 flex-1 leading-tight" title={one.problem?.message ?? one.name}>
            <bdi className="block truncate text-sm">{one.name}</bdi>
            <Progress one={one} />
          </span>
          {one.problem?.passes && (
            <LineButton label={`Try ${one.name} again`} onPress={() => files.retry(one.key)}>
              <RotateCw aria-hidden="true" className="size-3.5" />
            </LineButton>
          )}
          <LineButton label={`Remove ${one.name}`} onPress={() => files.remove(one.key)}>
            <X aria-hidden="true" className="size-3.5" />
          </LineButton>
          {!one.attachment && !one.problem && (
            <span
              aria-hidden="true"
              className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-focus transition-transform duration-150 motion-reduce:transition-none"
              style={{ transform: `scaleX(${one.progress})` }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Face({ one: { picture, problem } }: { one: Attaching }) {
  if (problem)
    return <CircleAlert aria-hidden="true" className="mx-1.5 size-4 shrink-0 text-danger" />;
  if (picture === null)
    return <FileText aria-hidden="true" className="mx-1.5 size-4 shrink-0 text-ink-muted" />;
  return (
    // biome-ignore lint/performance/noImgElement: the picture is in this browser alone.
    <img src={picture} alt="" className="size-8 shrink-0 rounded-sm bg-canvas object-cover" />
  );
}

function Progress({ one: { bytes, progress, attachment, problem } }: { one: Attaching }) {
  if (problem)
    return (
      <span role="alert" className="block text-danger text-xs">
        {problem.message}
      </span>
    );
  return (
    <span className="block text-ink-muted text-xs tabular-nums">
      {attachment ? fileSize(bytes) : `${Math.floor(progress * 100)} % of ${fileSize(bytes)}`}
    </span>
  );
}

function LineButton({
  label,
  onPress,
  children,
}: {
  label: string;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-muted hover:bg-selected hover:text-ink"
    >
      {children}
    </button>
  );
}
