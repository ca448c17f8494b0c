'use client';

import { Smile } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Tooltip } from '@/components/ui/tooltip';

const lateChoices = late(() => import('./emoji-choices'));

/** Opens the emoji, and puts the chosen one where the caret is. */
export function EmojiPicker({
  text,
  textRef,
  onText,
}: {
  text: string;
  textRef: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const choices = useLate(lateChoices, open);

  function insert(sign: string) {
    const area = textRef.current;
    const from = area?.selectionStart ?? text.length;
    const until = area?.selectionEnd ?? text.length;
    // The caret can only be set once the text is there.
    flushSync(() => {
      onText(text.slice(0, from) + sign + text.slice(until));
      setOpen(false);
    });
    area?.focus();
    area?.setSelectionRange(from + sign.length, from + sign.length);
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Tooltip label="Emoji (:name)">
        <PopoverTrigger asChild>
          <Button variant="ghost" size="icon" className="size-7" aria-label="Emoji">
            <Smile aria-hidden="true" />
          </Button>
        </PopoverTrigger>
      </Tooltip>
      {choices && (
        <PopoverContent
          side="top"
          aria-label="Emoji"
          className="w-80 overflow-hidden p-0"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            textRef.current?.focus();
          }}
        >
          <choices.EmojiChoices onChoose={insert} />
        </PopoverContent>
      )}
    </Popover>
  );
}
