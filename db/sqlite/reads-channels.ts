import { and, asc, desc, eq, gte, lt, ne } from 'drizzle-orm';
import type { MessengerRow, SigningSecretRow, SpokenMessage } from '@/lib/desk/store';
import type { Database } from './open-database';
import { contacts, contactValues, messages } from './schema';
import { messengers, signingSecrets } from './schema-channels';
import { given } from './written';

/** Reads what channels stand on, and what their customers may read. */
export function prepareChannelReads(db: Database) {
  const messenger = db
    .select()
    .from(messengers)
    .where(eq(messengers.channel, given('channel')))
    .prepare();
  const secrets = db
    .select()
    .from(signingSecrets)
    .where(eq(signingSecrets.owner, given('owner')))
    .orderBy(asc(signingSecrets.createdAt), asc(signingSecrets.id))
    .prepare();
  const externalIds = db
    .select({ externalId: contacts.externalId })
    .from(contactValues)
    .innerJoin(contacts, eq(contacts.id, contactValues.contactId))
    .where(
      and(
        eq(contactValues.attribute, given('attribute')),
        eq(contacts.namespace, given('namespace')),
        gte(contacts.externalId, given('from')),
        lt(contacts.externalId, given('until')),
      ),
    )
    .orderBy(asc(contacts.externalId))
    .prepare();
  const spoken = {
    id: messages.id,
    kind: messages.kind,
    text: messages.text,
    authorName: messages.authorName,
    attachments: messages.attachments,
    at: messages.at,
    externalMessageId: messages.externalMessageId,
  };
  const isSpoken = and(
    eq(messages.conversationId, given('conversationId')),
    ne(messages.kind, 'note'),
  );
  const lastSpoken = db
    .select(spoken)
    .from(messages)
    .where(isSpoken)
    .orderBy(desc(messages.revision), desc(messages.id))
    .limit(given('limit'))
    .prepare();
  const revisionOfGiven = db
    .select({ revision: messages.revision })
    .from(messages)
    .where(and(isSpoken, eq(messages.id, given('before'))));
  const spokenBefore = db
    .select(spoken)
    .from(messages)
    .where(and(isSpoken, lt(messages.revision, revisionOfGiven)))
    .orderBy(desc(messages.revision), desc(messages.id))
    .limit(given('limit'))
    .prepare();

  return {
    messenger: (channel: string): MessengerRow | null => messenger.get({ channel }) ?? null,
    secrets: (owner: string): SigningSecretRow[] => secrets.all({ owner }),
    externalIdsWith: (namespace: string, prefix: string, attribute: string): string[] =>
      externalIds
        .all({ namespace, attribute, from: prefix, until: `${prefix}\u{10ffff}` })
        .map(({ externalId }) => externalId),
    /** Oldest first. */
    spoken(conversationId: string, before: string | null, limit: number): SpokenMessage[] {
      const found =
        before === null
          ? lastSpoken.all({ conversationId, limit })
          : spokenBefore.all({ conversationId, before, limit });
      return found.reverse();
    },
  };
}
