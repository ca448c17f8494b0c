/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { MessageLine, UnsentLine } from './message-line';
import type { MessengerClient } from './messenger-client';
import type { MessengerState } from './messenger-state';

const NEAR_PX = 80;

type Props = { client: MessengerClient; state: MessengerState; greeting: string };

/** What was said, the last at the bottom; it stays where one reads. */
export function Thread({ client, state, greeting }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const heightBefore = useRef(0);
  const { messages, unsent, hasEarlier, loadingEarlier } = state;
  const first = messages[0]?.id;
  const firstBefore = useRef(first);

  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown) return;
    const grewAbove = first !== firstBefore.current && firstBefore.current !== undefined;
    if (atBottom.current) shown.scrollTop = shown.scrollHeight;
    else if (grewAbove) shown.scrollTop += shown.scrollHeight - heightBefore.current;
    firstBefore.current = first;
    heightBefore.current = shown.scrollHeight;
  });
  useEffect(() => client.see(), [client]);

  return (
    <div
      class="thread"
      ref={box}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atBottom.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      }}
    >
      {hasEarlier && (
        <button
          type="button"
          class="earlier"
          disabled={loadingEarlier}
          onClick={() => void client.loadEarlier()}
        >
          {loadingEarlier ? 'Loading…' : 'Earlier messages'}
        </button>
      )}
      <p class="greeting" dir="auto">
        {greeting}
      </p>
      {!state.begun && <p class="wait">Connecting…</p>}
      <div role="log" aria-label="Messages" aria-live="polite">
        {messages.map((message) => (
          <MessageLine key={message.id} message={message} />
        ))}
        {unsent.map((one) => (
          <UnsentLine
            key={one.messageId}
            unsent={one}
            isOffline={state.line === 'offline'}
            retry={() => client.retry(one.messageId)}
          />
        ))}
      </div>
      <p class="answering" aria-hidden={state.answering === null}>
        {state.answering !== null && (
          <>
            <bdi>{state.answering}</bdi> is writing…
          </>
        )}
      </p>
    </div>
  );
}
