'use client';

import { PanelRight } from 'lucide-react';
import { useConversation } from '@/components/live/conversation-live';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { BackToQueue } from './back-to-queue';
import { BoomerangButton } from './boomerang-button';
import { ColleaguesHere } from './colleagues-here';
import { ConversationState } from './conversation-state';
import { OwnerMenu } from './owner-menu';
import { SegmentChips } from './segment-chips';
import { SkipButton } from './skip-button';
import { StatusActions } from './status-actions';
import { VipToggle } from './vip-toggle';

/** Who writes, how it stands, what can be done, and all segments that apply. */
export function ConversationHeader({
  panelShown,
  onTogglePanel,
  onOpenSheet,
}: {
  panelShown: boolean;
  onTogglePanel: () => void;
  onOpenSheet: () => void;
}) {
  const { contact } = useConversation().detail.header;
  return (
    <header className="@container flex flex-col gap-2 border-line border-b bg-panel px-3 pt-3 pb-2.5 sm:px-5">
      {/* The actions stand beside the name only where they leave room for one. */}
      <div className="grid grid-cols-1 items-center gap-x-3 gap-y-2 @min-[37rem]:grid-cols-[minmax(0,1fr)_auto] @min-[37rem]:gap-y-1.5">
        <div className="flex min-w-0 items-center gap-1">
          <BackToQueue />
          <h1
            dir="auto"
            title={contact.name}
            className="min-w-0 flex-1 truncate font-semibold text-lg leading-5"
          >
            {contact.name}
          </h1>
          <SheetButton className="ml-auto md:hidden" onOpen={onOpenSheet} />
        </div>
        {/* Room is kept for colleagues, so that nothing moves when one comes. */}
        <div className="grid grid-cols-[minmax(0,auto)_minmax(3.5rem,1fr)] @min-[37rem]:order-last @min-[37rem]:col-span-2">
          <ConversationState />
          <ColleaguesHere />
        </div>
        <div className="flex flex-wrap items-center gap-1.5">
          <VipToggle />
          <OwnerMenu />
          <SkipButton />
          <BoomerangButton />
          <StatusActions />
          <Tooltip label={panelShown ? 'Hide contact' : 'Show contact'}>
            <Button
              variant="ghost"
              size="icon"
              className="ml-auto hidden xl:inline-flex"
              aria-label="Contact"
              aria-pressed={panelShown}
              onClick={onTogglePanel}
            >
              <PanelRight aria-hidden="true" />
            </Button>
          </Tooltip>
          <SheetButton className="ml-auto max-md:hidden xl:hidden" onOpen={onOpenSheet} />
        </div>
      </div>
      <SegmentChips />
    </header>
  );
}

function SheetButton({ className, onOpen }: { className: string; onOpen: () => void }) {
  return (
    <Button
      variant="ghost"
      size="icon"
      className={className}
      aria-label="Contact"
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <PanelRight aria-hidden="true" />
    </Button>
  );
}
