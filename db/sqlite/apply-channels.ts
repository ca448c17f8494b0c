import { eq } from 'drizzle-orm';
import { API_CHANNEL } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { channels } from './schema';
import { messengers, signingSecrets } from './schema-channels';
import { type DraftOf, given, mustWrite, type Written } from './written';

type ChannelDraft = DraftOf<
  'channel.created' | 'messenger.saved' | 'signingSecret.created' | 'signingSecret.retired'
>;

/** What entries about channels, their messengers and what signs for them write. */
export function prepareChannelWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(channels).values({ key: given('key'), label: given('label'), kind: given('kind') }),
  );
  const removeMessenger = prepareWrite(
    db,
    db.delete(messengers).where(eq(messengers.channel, given('channel'))),
  );
  const insertMessenger = prepareWrite(
    db,
    db.insert(messengers).values({
      channel: given('channel'),
      origins: given('origins'),
      title: given('title'),
      greeting: given('greeting'),
      accent: given('accent'),
      side: given('side'),
      preChat: given('preChat'),
      revision: given('revision'),
    }),
  );
  const insertSecret = prepareWrite(
    db,
    db.insert(signingSecrets).values({
      id: given('id'),
      owner: given('owner'),
      createdAt: given('createdAt'),
      sealed: given('sealed'),
    }),
  );
  const removeSecret = prepareWrite(
    db,
    db.delete(signingSecrets).where(eq(signingSecrets.id, given('id'))),
  );

  return (draft: ChannelDraft, { revision }: Written): void => {
    switch (draft.kind) {
      case 'channel.created':
        insert.run({ kind: API_CHANNEL.kind, ...draft.body.after });
        break;
      case 'messenger.saved':
        removeMessenger.run({ channel: draft.body.after.channel });
        insertMessenger.run({ ...draft.body.after, revision });
        break;
      case 'signingSecret.created':
        insertSecret.run({ ...draft.body.after, ...draft.secret });
        break;
      case 'signingSecret.retired':
        mustWrite(
          removeSecret.run({ id: draft.body.before.id }),
          'This secret is retired already.',
        );
        break;
      default:
        draft satisfies never;
    }
  };
}
