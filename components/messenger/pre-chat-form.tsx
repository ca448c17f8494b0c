/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FrameSettings } from '@/lib/channels/messenger/frame-settings';
import { AnswerField } from './answer-field';
import type { MessengerClient } from './messenger-client';
import type { MessengerState } from './messenger-state';

type Asked = FrameSettings['asked'][number];
type Props = { client: MessengerClient; state: MessengerState; asked: readonly Asked[] };

/** What is asked before the first message, with the message itself. It stays until all of it fits. */
export function PreChatForm({ client, state, asked }: Props) {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { refusedAnswers } = state;
  const isSending = state.unsent.length > 0;
  useEffect(() => {
    const [refused] = Object.keys(refusedAnswers);
    form.current?.querySelector<HTMLElement>(`[name="${refused ?? asked[0]?.key}"]`)?.focus();
  }, [refusedAnswers, asked]);

  return (
    <form
      class="pre-chat"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !isSending) client.send(text, answers);
      }}
    >
      {asked.map((one) => (
        <AnswerField
          key={one.key}
          asked={one}
          answer={answers[one.key] ?? ''}
          refused={refusedAnswers[one.key]}
          onAnswer={(answer) => setAnswers({ ...answers, [one.key]: answer })}
        />
      ))}
      <div class="field">
        <label for="first-message">Your message</label>
        <textarea
          id="first-message"
          rows={3}
          required
          dir="auto"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <button type="submit" class="primary" disabled={isSending}>
        {isSending ? 'Sending…' : 'Send'}
      </button>
    </form>
  );
}
