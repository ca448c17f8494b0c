'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAttributes } from '@/components/segments/use-attributes';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { late, useLate } from '@/components/ui/late';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { Mark } from '@/components/workspace/list-frame';
import { placeholderKeys, placeholderProblem } from '@/lib/attributes/placeholders';
import type { CannedReplyWire } from '@/lib/desk/wire';
import { DeleteCannedReplyDialog } from './delete-canned-reply-dialog';

const lateDialog = late(() => import('./canned-reply-dialog'));

export const CANNED_REPLY_COLUMNS = 'md:grid-cols-[minmax(0,1fr)_176px_32px]';

/** One canned reply; the whole row opens it. */
export function CannedReplyRow({ reply }: { reply: CannedReplyWire }) {
  const attributes = useAttributes();
  const [asking, setAsking] = useState<'change' | 'delete' | null>(null);
  const dialog = useLate(lateDialog, asking === 'change');
  const close = () => setAsking(null);
  const problem = placeholderProblem(reply.text, attributes, {
    keepDisabled: placeholderKeys(reply.text),
  });
  return (
    <li
      className={cn(
        'relative grid grid-cols-[minmax(0,1fr)_32px] items-center gap-x-3 border-line border-b py-2.5 pr-2 pl-4 text-sm transition-colors last:border-b-0 hover:bg-hover md:gap-x-4 md:pr-4',
        CANNED_REPLY_COLUMNS,
      )}
    >
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            dir="auto"
            className="min-w-0 truncate text-left font-medium text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-[-2px]"
            onClick={() => setAsking('change')}
          >
            {reply.title}
          </button>
          {problem && (
            <span title={problem}>
              <Mark>Unknown placeholder</Mark>
            </span>
          )}
        </p>
        <p dir="auto" className="line-clamp-2 break-words text-ink-muted text-xs">
          {reply.text}
        </p>
      </div>
      <p className="hidden min-w-0 items-baseline gap-1.5 text-ink-muted text-xs md:flex">
        <span dir="auto" className="truncate">
          {reply.changedBy ?? 'Somebody'}
        </span>
        <RelativeTime at={reply.changedAt} className="shrink-0" />
      </p>
      <div className="relative z-10 flex justify-end">
        <Menu>
          <MenuTrigger asChild>
            <Button variant="ghost" size="icon" aria-label={`More for ${reply.title}`}>
              <Ellipsis aria-hidden />
            </Button>
          </MenuTrigger>
          <MenuContent>
            <MenuItem onSelect={() => setAsking('change')}>
              <Pencil aria-hidden /> Edit
            </MenuItem>
            <MenuItem danger onSelect={() => setAsking('delete')}>
              <Trash2 aria-hidden /> Delete…
            </MenuItem>
          </MenuContent>
        </Menu>
      </div>
      {asking === 'change' && dialog && <dialog.CannedReplyDialog reply={reply} onClose={close} />}
      <DeleteCannedReplyDialog reply={reply} open={asking === 'delete'} onClose={close} />
    </li>
  );
}
