'use client';

import { MessageSquareText } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Tooltip } from '@/components/ui/tooltip';
import type { CannedReplies } from './use-canned-replies';

const lateChoices = late(() => import('./canned-reply-choices'));

/** Opens the list of canned replies; so does / in an empty field. */
export function CannedReplyPicker({ canned }: { canned: CannedReplies }) {
  const { open, setOpen, focus } = canned;
  const choices = useLate(lateChoices, open);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Tooltip label="Canned replies (/)">
        <PopoverTrigger asChild>
          <Button
            variant="ghost"
            size="icon"
            className="size-7"
            aria-label="Canned replies"
            aria-keyshortcuts="/"
          >
            <MessageSquareText aria-hidden="true" />
          </Button>
        </PopoverTrigger>
      </Tooltip>
      {choices && (
        <PopoverContent
          side="top"
          aria-label="Canned replies"
          className="w-104 overflow-hidden p-0"
          // At once, not when it has faded: whoever types on means the field.
          onEscapeKeyDown={focus}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === document.body) focus();
          }}
        >
          <choices.CannedReplyChoices fill={canned.fill} onChoose={canned.insert} />
        </PopoverContent>
      )}
    </Popover>
  );
}
