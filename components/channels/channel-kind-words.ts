import type { ChannelKind } from '@/lib/desk/facts';

/** What the kinds of channels are called. */
export const CHANNEL_KIND_LABELS: Record<ChannelKind, string> = {
  api: 'API',
  messenger: 'Messenger',
  webhook: 'Webhook',
};

/** The kinds to choose from, with what each is for. */
export const CHANNEL_KIND_OPTIONS: { value: ChannelKind; label: string; hint: string }[] = [
  {
    value: 'messenger',
    label: CHANNEL_KIND_LABELS.messenger,
    hint: 'Visitors of your website write in a messenger that your pages carry.',
  },
  {
    value: 'webhook',
    label: CHANNEL_KIND_LABELS.webhook,
    hint: 'Another service calls when somebody writes. You say where in its calls the facts are.',
  },
  {
    value: 'api',
    label: CHANNEL_KIND_LABELS.api,
    hint: 'A program of your own posts messages, with an API token of scope ingest.',
  },
];
