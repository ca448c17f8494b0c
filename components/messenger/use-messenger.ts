import { useEffect, useState } from 'preact/hooks';
import type { MessengerClient } from './messenger-client';
import type { MessengerState } from './messenger-state';

/** The state of the messenger, drawn anew after every change. */
export function useMessenger(client: MessengerClient): MessengerState {
  const [state, setState] = useState(client.state);
  useEffect(() => client.subscribe(() => setState(client.state)), [client]);
  return state;
}
