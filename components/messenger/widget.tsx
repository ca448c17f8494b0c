/** @jsxImportSource preact */
import { render } from 'preact';
import type { FrameSettings } from '@/lib/channels/messenger/frame-settings';
import { inkOn } from './ink-on';
import { Messenger } from './messenger';
import { MessengerClient } from './messenger-client';
import { listenToSite, tellSite } from './site';

const place = document.getElementById('messenger');
const text = document.getElementById('settings')?.textContent;
if (place && text) {
  const settings: FrameSettings = JSON.parse(text);
  const { style } = document.documentElement;
  style.setProperty('--accent', settings.accent);
  style.setProperty('--on-accent', inkOn(settings.accent));
  const client = new MessengerClient(settings.channel, tellSite);
  listenToSite(client, settings);
  render(<Messenger client={client} settings={settings} />, place);
}
