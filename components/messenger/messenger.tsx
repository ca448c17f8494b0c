/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { FrameSettings } from '@/lib/channels/messenger/frame-settings';
import { Launcher } from './launcher';
import type { MessengerClient } from './messenger-client';
import { Panel } from './panel';
import { useMessenger } from './use-messenger';

type Props = { client: MessengerClient; settings: FrameSettings };

/** The button that opens the messenger, and the messenger. */
export function Messenger({ client, settings }: Props) {
  const state = useMessenger(client);
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(state.open);
  const { open, dark, fills } = state;
  useEffect(() => {
    document.documentElement.classList.toggle('dark', dark);
  }, [dark]);
  useEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <div class={`messenger ${settings.side} ${open ? 'open' : 'closed'} ${fills ? 'fills' : ''}`}>
      {open ? (
        <Panel client={client} state={state} settings={settings} />
      ) : (
        <Launcher
          state={state}
          title={settings.title}
          open={() => client.show(true)}
          button={launcher}
        />
      )}
    </div>
  );
}
