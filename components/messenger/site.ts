import type { FrameSettings } from '@/lib/channels/messenger/frame-settings';
import { frameKeeper } from './kept';
import type { MessengerClient } from './messenger-client';
import type { FrameSays, PageSays } from './site-messages';

/** Nothing of it is a secret, and the browser lets nobody frame us but the messenger's sites. */
function say(message: FrameSays): void {
  window.parent.postMessage(message, '*');
}

/** Tells who builds the site what it said that was not taken. */
export function tellSite(messages: string[]): void {
  if (messages.length > 0 && window.parent !== window) say({ says: 'refused', messages });
}

/**
 * Listens to the page around the frame, and tells it how large the frame is to be. Only the sites
 * that the messenger names are heard. Without a page around it, the messenger is the page.
 */
export function listenToSite(
  client: MessengerClient,
  { channel, origins, side }: FrameSettings,
): void {
  const own = frameKeeper(channel);
  if (own) client.keepIn(own);
  if (window.parent === window) {
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    client.look({ dark, fills: true });
    client.show(true);
    client.connect();
    return;
  }
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<PageSays>) => {
    if (source !== window.parent || !origins.includes(origin)) return;
    if (data.says === 'kept' && !own)
      client.keepIn({ read: () => data.text, write: (text) => say({ says: 'keep', text }) });
    else if (data.says === 'looks') client.look({ dark: data.dark, fills: data.fills });
    else if (data.says === 'page') {
      client.moveTo({ url: data.url, referrer: data.referrer });
      client.connect();
    } else if (data.says === 'call') heed(client, data);
  });
  let shown: boolean | null = null;
  const sayShape = () => {
    if (client.state.open === shown) return;
    shown = client.state.open;
    say({ says: 'shape', open: shown, side });
  };
  client.subscribe(sayShape);
  say({ says: 'ready' });
  sayShape();
}

function heed(client: MessengerClient, { name, value }: Extract<PageSays, { says: 'call' }>): void {
  if (name === 'identify' && typeof value === 'string') client.identify(value);
  else if (name === 'values' && typeof value === 'object') client.siteSays(value);
  else if (name === 'open') client.show(true);
  else if (name === 'close') client.show(false);
  else if (name === 'forget') client.forget();
}
