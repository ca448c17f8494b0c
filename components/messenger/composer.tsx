/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessengerClient } from './messenger-client';

const MAX_LENGTH = 20_000;

/** Where one writes: Enter sends, Shift and Enter begin a new line. */
export function Composer({ client, title }: { client: MessengerClient; title: string }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const send = () => {
    if (text.trim() === '') return;
    client.send(text);
    client.type(false);
    setText('');
    field.current?.focus();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        dir="auto"
        rows={1}
        maxLength={MAX_LENGTH}
        aria-label={`Message to ${title}`}
        placeholder="Write a message…"
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          client.type(currentTarget.value !== '');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="primary" aria-label="Send" disabled={text.trim() === ''}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linejoin="round"
            d="M4 12 20 4l-4 16-4-7-8-1Z"
          />
        </svg>
      </button>
    </form>
  );
}
