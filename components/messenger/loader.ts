import type { FrameSays, PageSays, SiteCall } from './site-messages';

/*
 * What a site loads: `<script async src="…/messenger/loader.js" data-channel="website"></script>`. It
 * opens the messenger's frame, tells it which page is shown, and nothing else of the site. Calls
 * made before it has loaded wait in `window.frontrow`, a list.
 */

const CLOSED_PX = 88;
const OPEN_WIDTH_PX = 400;
const OPEN_HEIGHT_PX = 680;
const PHONE = '(max-width: 480px)';

declare global {
  interface Window {
    frontrow?: SiteCall[] | { push(...calls: SiteCall[]): void };
  }
}

function start(script: HTMLScriptElement): void {
  const { channel = '', theme = 'auto' } = script.dataset;
  const home = new URL(script.src).origin;
  const frame = document.createElement('iframe');
  const place = `frontrow messenger ${channel}`;
  const phone = window.matchMedia(PHONE);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let shown: Extract<FrameSays, { says: 'shape' }> = { says: 'shape', open: false, side: 'right' };
  let isReady = false;
  const waiting: PageSays[] = [];

  const say = (message: PageSays) => {
    if (isReady) frame.contentWindow?.postMessage(message, home);
    else waiting.push(message);
  };
  const sayPage = () => say({ says: 'page', url: location.href, referrer: document.referrer });
  const sayLooks = () => {
    const isDark = theme === 'dark' || (theme === 'auto' && dark.matches);
    say({ says: 'looks', dark: isDark, fills: phone.matches });
  };

  /** The frame is as large as what it shows, so that the page around it stays in reach. */
  function shape(): void {
    const fills = shown.open && phone.matches;
    const width = fills ? '100%' : `${shown.open ? OPEN_WIDTH_PX : CLOSED_PX}px`;
    const height = fills ? '100%' : `min(100%, ${shown.open ? OPEN_HEIGHT_PX : CLOSED_PX}px)`;
    const { side } = shown;
    Object.assign(frame.style, { width, height, left: 'auto', right: 'auto', [side]: '0' });
    // A page behind a messenger that fills the screen must not take the touch.
    document.documentElement.style.overflow = fills ? 'hidden' : '';
  }

  function heed({ source, origin, data }: MessageEvent<FrameSays>): void {
    if (source !== frame.contentWindow || origin !== home) return;
    if (data.says === 'ready') {
      isReady = true;
      say({ says: 'kept', text: readPlace(place) });
      for (const message of waiting.splice(0)) say(message);
    } else if (data.says === 'shape') {
      shown = data;
      shape();
    } else if (data.says === 'keep') {
      writePlace(place, data.text);
    } else if (data.says === 'refused') {
      // biome-ignore lint/suspicious/noConsole: who builds the site reads it there.
      for (const message of data.messages) console.warn(`Frontrow: ${message}`);
    }
  }

  /** Client-side navigation tells nobody: what it calls is listened to. */
  function followNavigation(): void {
    for (const name of ['pushState', 'replaceState'] as const) {
      const navigate = history[name].bind(history);
      history[name] = (...given: Parameters<History['pushState']>) => {
        navigate(...given);
        sayPage();
      };
    }
    addEventListener('popstate', sayPage);
    addEventListener('hashchange', sayPage);
  }

  frame.title = 'Messenger';
  frame.src = `${home}/messenger/${encodeURIComponent(channel)}`;
  Object.assign(frame.style, {
    position: 'fixed',
    bottom: '0',
    border: '0',
    zIndex: '2147483000',
    // Another scheme than the frame's own would make it opaque.
    colorScheme: 'light',
    background: 'transparent',
  });
  addEventListener('message', heed);
  phone.addEventListener('change', () => {
    shape();
    sayLooks();
  });
  dark.addEventListener('change', sayLooks);
  shape();
  sayPage();
  sayLooks();
  followNavigation();

  const earlier = Array.isArray(window.frontrow) ? window.frontrow : [];
  const take = (...calls: SiteCall[]) => {
    for (const [name, value] of calls) say({ says: 'call', name, value });
  };
  window.frontrow = { push: take };
  take(...earlier);
  document.body.append(frame);
}

/** What the page keeps; nothing where it may keep nothing either. */
function readPlace(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function writePlace(place: string, text: string): void {
  try {
    localStorage.setItem(place, text);
  } catch {
    // The visit then lasts as long as the page.
  }
}

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) {
  if (document.body) start(currentScript);
  else addEventListener('DOMContentLoaded', () => start(currentScript), { once: true });
}
