import type { Channel, Messenger } from './facts';

/** What a messenger is before anybody has shaped it; no site may embed it yet. */
export function newMessenger(channel: Pick<Channel, 'key' | 'label'>): Messenger {
  return {
    channel: channel.key,
    origins: [],
    title: channel.label,
    greeting: 'Hello! How can we help?',
    accent: '#1f6feb',
    side: 'right',
    preChat: [],
  };
}
