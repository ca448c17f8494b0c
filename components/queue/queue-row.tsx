'use client';

import { Crown } from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/class-names';
import { ReturnTime } from '@/components/workspace/return-time';
import type { RowColumn } from '@/lib/desk/facts';
import type { QueueEntry } from '@/lib/desk/wire';
import type { QueueFilter } from '@/lib/ranking/filter';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { ChannelBadge } from './channel-badge';
import { type CardPlace, PriorityIndicator } from './priority-indicator';
import { RowCheck } from './row-check';
import { DraftOr } from './row-draft';
import { OnlookersSaid, RowOnlookers, TypingOr } from './row-presence';
import { RowUnread, UnreadName } from './row-unread';
import { SegmentTags } from './segment-tags';
import { useLeftWords } from './use-left-words';
import { WaitingTime } from './waiting-time';

export const ROW_HEIGHT_PX = 72;
const UNDER_BOX = 'group-hover:opacity-0 group-has-[input:focus-visible]:opacity-0';

export type QueueRowProps = {
  entry: QueueEntry;
  /** It left the list, and its place is kept while someone is at the list. */
  left: boolean;
  href: string;
  channelLabel: string;
  filter: QueueFilter;
  /** What it shows beside priority and name. */
  columns: readonly RowColumn[];
  selected: boolean;
  /** Whether it is among those that something is to be done to. */
  checked: boolean;
  selecting: boolean;
  onCheck: (conversationId: string, extend: boolean) => void;
  /** The one row that the tab key reaches. */
  tabbable: boolean;
  card: CardPlace | null;
  onCard: (conversationId: string, open: boolean) => void;
  onOpen: (conversationId: string, href: string) => void;
};

/** One conversation of the queue: 72 px that say who, how long, about what, and why here. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { entry, left, href, channelLabel, columns, selected, tabbable, card, onCard, onOpen } =
    props;
  const { conversationId, contact, owner, segments } = entry;
  const shows = (column: RowColumn) => columns.includes(column);
  const isVip = segments.some(({ id }) => id === VIP_SEGMENT.id);
  return (
    <div
      className={cn(
        'group relative flex h-full border-line border-b bg-panel transition-colors duration-100',
        selected
          ? 'bg-selected before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-ink'
          : 'has-[a:hover]:bg-hover has-[input:checked]:bg-hover',
      )}
    >
      <Link
        href={href}
        prefetch={false}
        data-row={conversationId}
        tabIndex={tabbable ? 0 : -1}
        aria-current={selected ? 'true' : undefined}
        onNavigate={(event) => {
          event.preventDefault();
          onOpen(conversationId, href);
        }}
        className="flex min-w-0 flex-1 gap-2.5 py-[7px] pr-3 pl-11 outline-none focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2"
      >
        <span
          className={cn(
            'relative mt-0.5 shrink-0',
            left && 'opacity-60',
            // The box stands in its place.
            !left && (props.selecting ? 'opacity-0' : UNDER_BOX),
          )}
        >
          <Avatar name={contact.name}>
            {shows('channel') && <ChannelBadge channel={entry.channel} label={channelLabel} />}
          </Avatar>
          <RowUnread conversationId={conversationId} />
          <RowOnlookers conversationId={conversationId} />
        </span>
        <span className="flex min-w-0 flex-1 flex-col justify-center">
          <span className={cn('flex h-5 items-center gap-1.5', left && 'opacity-60')}>
            <UnreadName conversationId={conversationId}>{contact.name}</UnreadName>
            {isVip && (
              <Crown role="img" aria-label="VIP" className="size-3.5 shrink-0 text-accent" />
            )}
            <span className="sr-only">, priority {entry.priority}, </span>
            {shows('waiting') && <WaitingPart entry={entry} />}
          </span>
          {(left || shows('preview')) && (
            <span
              dir="auto"
              className="block h-[18px] truncate text-left text-ink-muted leading-[18px]"
            >
              {left ? (
                <LeftWords {...props} />
              ) : (
                <TypingOr conversationId={conversationId}>
                  <DraftOr conversationId={conversationId}>
                    {entry.preview || <span className="text-ink-faint">No message yet</span>}
                  </DraftOr>
                </TypingOr>
              )}
            </span>
          )}
          {(shows('segments') || shows('owner')) && (
            <span
              className={cn(
                'flex h-[20px] items-center justify-between gap-2',
                left && 'opacity-60',
              )}
            >
              {shows('segments') && <SegmentTags segments={segments} />}
              {shows('owner') && owner && (
                <span title={owner.name} className="ml-auto flex shrink-0">
                  <span className="sr-only">owner {owner.name}</span>
                  <Avatar name={owner.name} size={18} />
                </span>
              )}
            </span>
          )}
          <OnlookersSaid conversationId={conversationId} />
        </span>
      </Link>
      {!left && (
        <RowCheck
          conversationId={conversationId}
          name={contact.name}
          checked={props.checked}
          selecting={props.selecting}
          tabbable={tabbable}
          onCheck={props.onCheck}
        />
      )}
      <PriorityIndicator
        entry={entry}
        card={card}
        onCard={(open) => onCard(conversationId, open)}
        tabbable={tabbable}
        dimmed={left}
      />
    </div>
  );
});

function LeftWords({ entry, filter }: QueueRowProps) {
  const words = useLeftWords(entry.conversationId, filter);
  return <span className="font-medium text-ink">{words}</span>;
}

/** How long it has waited, when it comes back, or that nobody waits. */
function WaitingPart({ entry }: Pick<QueueRowProps, 'entry'>) {
  const { returnsAt, waitingSince, status } = entry;
  return (
    <span className="ml-auto shrink-0 pl-2 text-ink-muted">
      {returnsAt ? (
        <span className="text-ink-faint text-xs">
          <ReturnTime at={returnsAt} />
        </span>
      ) : waitingSince ? (
        <>
          <span className="sr-only">waiting </span>
          <WaitingTime since={waitingSince} />
        </>
      ) : (
        <span className="text-ink-faint text-xs">
          {status === 'pending' ? 'Pending' : 'Answered'}
        </span>
      )}
    </span>
  );
}
