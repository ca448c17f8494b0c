'use client';

import { X } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import type { QueueAddress, SetAddress } from '@/components/live/use-queue-address';
import { UNOWNED } from '@/lib/ranking/filter';

/** What the list is narrowed to besides segments, each with a way out. */
export function FilterMarks({
  address,
  setAddress,
}: {
  address: QueueAddress;
  setAddress: SetAddress;
}) {
  const { people, channels } = useCatalogue();
  const { owner, channel, status, order } = address;
  const marks: { word: string; undo: Parameters<SetAddress>[0] }[] = [];
  if (owner === UNOWNED) marks.push({ word: 'Unowned', undo: { owner: null } });
  else if (owner === 'mine') marks.push({ word: 'Mine', undo: { owner: null } });
  else if (owner !== '') {
    const name = people.find(({ id }) => id === owner)?.name ?? 'Someone unknown';
    marks.push({ word: name, undo: { owner: null } });
  }
  if (channel !== '') {
    const label = channels.find(({ key }) => key === channel)?.label ?? channel;
    marks.push({ word: label, undo: { channel: null } });
  }
  if (status === 'pending') marks.push({ word: 'Pending', undo: { status: null } });
  if (order === 'oldest') marks.push({ word: 'Oldest first', undo: { order: null } });
  if (marks.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3 pb-2">
      {marks.map(({ word, undo }) => (
        <button
          key={word}
          type="button"
          onClick={() => void setAddress(undo)}
          className="relative flex h-6 max-w-48 items-center gap-1 rounded-md bg-selected pr-1.5 pl-2 font-medium text-xs hover:text-ink-muted focus-visible:-outline-offset-1 pointer-coarse:h-8 pointer-coarse:after:absolute pointer-coarse:after:-inset-y-1.5 pointer-coarse:after:inset-x-0"
        >
          <bdi className="truncate">{word}</bdi>
          <X aria-hidden="true" className="size-3 shrink-0" />
          <span className="sr-only">: remove this filter</span>
        </button>
      ))}
    </div>
  );
}
