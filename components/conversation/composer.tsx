'use client';

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
} from 'react';
import { CannedReplyPicker } from '@/components/canned-replies/canned-reply-picker';
import { UnfilledGaps } from '@/components/canned-replies/unfilled-gaps';
import { useCannedReplies } from '@/components/canned-replies/use-canned-replies';
import { EmojiPicker } from '@/components/emoji/emoji-picker';
import { useEmojiOffers } from '@/components/emoji/use-emoji-offers';
import { useCatalogue } from '@/components/live/catalogue';
import { useConversation } from '@/components/live/conversation-live';
import { type Draft, MAX_TEXT_LENGTH, withText } from '@/components/live/draft';
import { onReplyWanted } from '@/components/live/reply-focus';
import { useTypingSign } from '@/components/live/use-presence';
import { mentionOffers } from '@/components/mentions/mention-offers';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Segmented } from '@/components/ui/segmented';
import { useTypedChoices } from '@/components/ui/use-typed-choices';
import { AttachButton } from './attach-button';
import { AttachingList } from './attaching-list';
import { Room, SendButtons } from './send-buttons';
import { sinceYouBegan } from './since-you-began';
import { SinceYouBeganNotice } from './since-you-began-notice';
import type { AttachingFiles } from './use-attaching';
import type { Outbox } from './use-outbox';

const MAX_HEIGHT_PX = 260;

const MODES = [
  { value: 'reply', label: 'Reply' },
  { value: 'note', label: 'Note' },
] as const;

/** Writes a reply to the customer or a note for the team. */
export function Composer({
  draft,
  onDraft,
  files,
  send,
  textRef,
  children,
}: {
  draft: Draft;
  onDraft: (change: (now: Draft) => Draft) => void;
  files: AttachingFiles;
  send: Outbox['send'];
  textRef: RefObject<HTMLTextAreaElement | null>;
  /** What there is to know of the draft. */
  children?: ReactNode;
}) {
  const { header, messages } = useConversation().detail;
  const { me, people } = useCatalogue();
  const { mode } = draft;
  const text = draft[mode];
  const tooLong = text.length > MAX_TEXT_LENGTH;
  const sendable = (text.trim() !== '' || files.list.length > 0) && files.ready && !tooLong;
  const [firstName] = header.contact.name.split(' ');
  const last = messages.at(-1)?.id ?? null;
  const names = { meId: me.id, customer: header.contact.name };
  const news = mode === 'reply' ? sinceYouBegan(messages, draft, names) : null;

  const onText = (next: string) => onDraft((now) => withText(now, next, last));
  const canned = useCannedReplies({
    text,
    textRef,
    onText,
    onSend: (status) => sendAs(status, true),
  });

  const emojiOffers = useEmojiOffers();
  const colleagues = people.filter(({ id }) => id !== me.id);
  const choices = useTypedChoices({
    text,
    textRef,
    onText,
    find: (written, caret) =>
      (mode === 'note' ? mentionOffers(colleagues, written, caret) : null) ??
      emojiOffers(written, caret),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const area = textRef.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT_PX)}px`;
  }, [text, textRef]);

  const { conversationId } = header;
  useTypingSign(conversationId, mode, text);
  useEffect(
    () => onReplyWanted(conversationId, () => textRef.current?.focus()),
    [conversationId, textRef],
  );

  function sendAs(status: 'pending' | 'resolved', anyway = false) {
    if (!sendable) return;
    if (!anyway && canned.asksFirst(status)) return;
    send(mode, text.trim(), status, files.take());
    onDraft((now) => ({ ...withText(now, '', last), mode: 'reply' }));
    textRef.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (choices.onKeyDown(event)) return;
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    sendAs(event.shiftKey ? 'resolved' : 'pending');
  }

  return (
    <form
      aria-label="Write"
      className="border-line border-t bg-panel p-3 sm:px-5 sm:py-3.5"
      {...files.drop}
      onSubmit={(event) => {
        event.preventDefault();
        sendAs('pending');
      }}
    >
      {header.owner && header.owner.id !== me.id && (
        <p className="mb-2 text-ink-muted text-xs">
          <span dir="auto" className="font-medium text-ink">
            {header.owner.name}
          </span>{' '}
          has this conversation.
        </p>
      )}
      <span aria-live="polite" className="sr-only">
        {news && `${news} since you began.`}
      </span>
      {news && (
        <SinceYouBeganNotice
          news={news}
          onSeen={() => {
            onDraft((now) => ({ ...now, after: last }));
            textRef.current?.focus();
          }}
        />
      )}
      {children}
      <div
        className={cn(
          'relative rounded-lg border border-line-field bg-panel transition-colors has-[textarea:focus]:border-focus has-[textarea:focus]:ring-1 has-[textarea:focus]:ring-focus',
          mode === 'note' && 'border-accent-line bg-accent-soft',
          files.dropping && 'border-focus border-dashed',
        )}
      >
        {choices.list}
        <textarea
          {...choices.field}
          ref={textRef}
          dir="auto"
          rows={2}
          value={text}
          aria-label={mode === 'note' ? 'Note' : 'Reply'}
          aria-invalid={tooLong || undefined}
          placeholder={
            mode === 'note'
              ? 'Note, only for your team… @ calls a colleague'
              : `Reply to ${firstName ?? ''}…`
          }
          onChange={(event) => {
            const next = event.target.value;
            onText(next);
            canned.onTyped(next);
          }}
          onKeyDown={onKeyDown}
          onPaste={files.onPaste}
          className="block max-h-[40dvh] w-full resize-none bg-transparent px-3 pt-2.5 pb-1 text-base outline-none placeholder:truncate sm:text-sm"
        />
        <AttachingList files={files} />
        <div className="flex flex-wrap items-center justify-between gap-2 px-2 pb-2">
          <div className="flex items-center gap-1">
            <Segmented
              size="sm"
              label="Write a"
              value={mode}
              options={MODES}
              onValueChange={(next) => onDraft((now) => ({ ...now, mode: next }))}
            />
            <CannedReplyPicker canned={canned} />
            <AttachButton onFiles={files.add} />
            <EmojiPicker text={text} textRef={textRef} onText={onText} />
          </div>
          <div className="flex items-center gap-2">
            <Room length={text.length} />
            {mode === 'note' ? (
              <Button type="submit" variant="solid" disabled={!sendable}>
                Add note
              </Button>
            ) : (
              <SendButtons
                sendable={sendable}
                onSend={sendAs}
                onSent={() => textRef.current?.focus()}
              />
            )}
          </div>
        </div>
      </div>
      <UnfilledGaps canned={canned} />
    </form>
  );
}
