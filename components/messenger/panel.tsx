/** @jsxImportSource preact */
import type { FrameSettings } from '@/lib/channels/messenger/frame-settings';
import { Composer } from './composer';
import type { MessengerClient } from './messenger-client';
import type { MessengerState } from './messenger-state';
import { PreChatForm } from './pre-chat-form';
import { Thread } from './thread';

const FRAMED = window.parent !== window;

type Props = { client: MessengerClient; state: MessengerState; settings: FrameSettings };

/** The messenger itself: who one writes to, what was said, and where one writes. */
export function Panel({ client, state, settings }: Props) {
  const asks = state.begun && state.asks && state.messages.length === 0;
  return (
    <section
      class="panel"
      aria-label={`Messages with ${settings.title}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && FRAMED) client.show(false);
      }}
    >
      <header>
        <h1 dir="auto">{settings.title}</h1>
        {FRAMED && (
          <button type="button" class="close" aria-label="Close" onClick={() => client.show(false)}>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
              <path stroke="currentColor" stroke-width="2" d="m5 5 14 14M19 5 5 19" />
            </svg>
          </button>
        )}
      </header>
      <p class="line" role="status">
        {state.begun &&
          state.line === 'offline' &&
          'You are offline. What you write is sent as soon as you are back.'}
      </p>
      {state.problem ? (
        <p class="problem" role="alert">
          {state.problem}
        </p>
      ) : (
        <>
          <Thread client={client} state={state} greeting={settings.greeting} />
          {asks ? (
            <PreChatForm client={client} state={state} asked={settings.asked} />
          ) : (
            <Composer client={client} title={settings.title} />
          )}
        </>
      )}
    </section>
  );
}
