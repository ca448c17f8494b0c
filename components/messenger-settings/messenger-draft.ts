import type { MessengerRow } from '@/lib/desk/store';

/** A messenger while it is edited: its sites as lines of text. */
export type MessengerDraft = Pick<
  MessengerRow,
  'title' | 'greeting' | 'accent' | 'side' | 'preChat'
> & {
  sites: string;
};

export function draftOf(messenger: MessengerRow): MessengerDraft {
  const { title, greeting, accent, side, preChat, origins } = messenger;
  return { title, greeting, accent, side, preChat, sites: origins.join('\n') };
}

/** What is sent; lines that are empty are none. */
export function changeOf({ sites, ...rest }: MessengerDraft): object {
  const origins = sites.split('\n').flatMap((line) => line.trim() || []);
  return { ...rest, origins };
}

/** The field of the form that a refusal is about; null for none of them. */
export function fieldOf(refused: string | undefined): keyof MessengerDraft | null {
  const [name] = refused?.split('.') ?? [];
  if (name === 'origins') return 'sites';
  const known = ['title', 'greeting', 'accent', 'side', 'preChat'] as const;
  return known.find((one) => one === name) ?? null;
}
