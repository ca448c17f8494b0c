'use client';

import { ChevronDown } from 'lucide-react';
import { MAX_TEXT_LENGTH } from '@/components/live/draft';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';

/** From here on the composer says how much room is left. */
const NEAR_LIMIT = 19_000;

/** How much room is left, once there is little. */
export function Room({ length }: { length: number }) {
  if (length < NEAR_LIMIT) return null;
  const left = MAX_TEXT_LENGTH - length;
  return (
    <span
      aria-live="polite"
      className={cn('text-xs tabular-nums', left < 0 ? 'text-danger' : 'text-ink-muted')}
    >
      {left < 0
        ? `${(-left).toLocaleString('en-US')} too many`
        : `${left.toLocaleString('en-US')} left`}
    </span>
  );
}

/** Sends a reply, in one of two ways. */
export function SendButtons({
  sendable,
  onSend,
  onSent,
}: {
  sendable: boolean;
  onSend: (status: 'pending' | 'resolved') => void;
  /** Takes the focus, which the menu's button cannot have once there is nothing to send. */
  onSent: () => void;
}) {
  return (
    <div className="flex">
      <Button
        type="submit"
        variant="solid"
        className="rounded-r-none"
        disabled={!sendable}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        Send & pend
      </Button>
      <Menu>
        <MenuTrigger asChild>
          <Button
            variant="solid"
            size="icon"
            className="ml-px w-7 rounded-l-none"
            aria-label="Other ways to send"
            disabled={!sendable}
          >
            <ChevronDown aria-hidden="true" />
          </Button>
        </MenuTrigger>
        <MenuContent
          side="top"
          onCloseAutoFocus={(event) => {
            if (sendable) return;
            event.preventDefault();
            onSent();
          }}
        >
          <MenuItem className="justify-between" onSelect={() => onSend('pending')}>
            Send & pend <Kbd>Ctrl ↵</Kbd>
          </MenuItem>
          <MenuItem className="justify-between" onSelect={() => onSend('resolved')}>
            Send & resolve <Kbd>Ctrl ⇧ ↵</Kbd>
          </MenuItem>
        </MenuContent>
      </Menu>
    </div>
  );
}
