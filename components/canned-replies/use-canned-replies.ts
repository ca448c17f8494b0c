'use client';

import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCatalogue } from '@/components/live/catalogue';
import { useConversation } from '@/components/live/conversation-live';
import { useKept } from '@/components/ui/kept-state';
import { fillPlaceholders, gapsLeft } from '@/lib/attributes/placeholders';
import { keptGaps } from './kept-gaps';
import { knownFacts } from './known-facts';

/** What a reply makes of the conversation. */
type SendAs = 'pending' | 'resolved';

/** What opens the list when it is typed into an empty field. */
const OPENER = '/';

/**
 * Canned replies for a field that something is written in: the list to choose from, what is put in
 * at the caret, and the gaps that are left in the text.
 */
export function useCannedReplies({
  text,
  textRef,
  onText,
  onSend,
}: {
  text: string;
  textRef: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  /** Sends the text as it is now, gaps and all. */
  onSend: (status: SendAs) => void;
}) {
  const { header, values } = useConversation().detail;
  const { me, attributes } = useCatalogue();
  const [open, setOpen] = useState(false);
  const [labels, changeLabels] = useKept(keptGaps, header.conversationId);
  const gaps = gapsLeft(text, labels);
  const [held, setHeld] = useState<SendAs | null>(null);
  // Filled while the question was on its way: there is nothing left to ask.
  if (held !== null && gaps.length === 0) setHeld(null);
  const known = knownFacts({ attributes, values, myName: me.name });
  const fill = (template: string) => fillPlaceholders(template, known);

  function select({ start, end }: { start: number; end: number }) {
    const area = textRef.current;
    area?.setSelectionRange(start, end);
    area?.focus();
  }

  /** Puts it in at the caret, with what is known of the customer, and selects the first gap. */
  function insert(template: string) {
    const area = textRef.current;
    if (!area) return;
    const filled = fill(template);
    const opened = text === OPENER;
    const from = opened ? 0 : area.selectionStart;
    const to = opened ? text.length : area.selectionEnd;
    // The caret can only be set once the text is there.
    flushSync(() => {
      setOpen(false);
      changeLabels((now) => [...new Set([...now, ...filled.gaps.map(({ label }) => label)])]);
      onText(text.slice(0, from) + filled.text + text.slice(to));
    });
    const [gap] = filled.gaps;
    const end = from + filled.text.length;
    select(gap ? { start: from + gap.start, end: from + gap.end } : { start: end, end });
  }

  return {
    open,
    setOpen,
    fill,
    insert,
    gaps,
    select,
    focus: () => textRef.current?.focus(),
    onTyped(next: string) {
      setOpen(text === '' && next === OPENER);
    },
    /** Whether sending has to wait for an answer, because of gaps: then `onSend` is called if it is yes. */
    asksFirst(status: SendAs): boolean {
      const [gap] = gaps;
      if (!gap) return false;
      select(gap);
      setHeld(status);
      return true;
    },
    asking: held !== null,
    answer(yes: boolean) {
      setHeld(null);
      if (yes && held !== null) onSend(held);
    },
  };
}

export type CannedReplies = ReturnType<typeof useCannedReplies>;
