import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/desk/entry';
import { previewOf, previewOfWritten } from '@/lib/desk/preview';
import { prepareCallingWrites } from './callings';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { conversations, messages } from './schema';
import { prepareUploadSend } from './uploads';
import { type DraftOf, given, givenIn, mustWrite, type Written } from './written';

export type ConversationDraft = DraftOf<
  | 'conversation.opened'
  | 'conversation.reopened'
  | 'conversation.messageReceived'
  | 'conversation.replied'
  | 'conversation.noted'
  | 'conversation.claimed'
  | 'conversation.released'
  | 'conversation.skipped'
  | 'conversation.assigned'
  | 'conversation.statusChanged'
  | 'conversation.boomeranged'
  | 'conversation.cameBack'
  | 'conversation.undone'
>;

/** What entries about conversations write: the state after, and the message where there is one. */
export function prepareConversationWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(conversations).values({
      id: given('id'),
      contactId: given('contactId'),
      channel: given('channel'),
      status: given('status'),
      ownerId: given('ownerId'),
      waitingSince: given('waitingSince'),
      lastActivityAt: given('lastActivityAt'),
      returnsAt: given('returnsAt'),
      openedAt: given('openedAt'),
      preview: given('preview'),
      revision: given('revision'),
    }),
  );
  const state = {
    status: givenIn('status'),
    ownerId: givenIn('ownerId'),
    waitingSince: givenIn('waitingSince'),
    lastActivityAt: givenIn('lastActivityAt'),
    returnsAt: givenIn('returnsAt'),
    skippedBy: givenIn('skippedBy'),
    revision: givenIn('revision'),
  };
  const update = prepareWrite(
    db,
    db
      .update(conversations)
      .set(state)
      .where(eq(conversations.id, given('id'))),
  );
  const updateWithPreview = prepareWrite(
    db,
    db
      .update(conversations)
      .set({ ...state, preview: givenIn('preview') })
      .where(eq(conversations.id, given('id'))),
  );
  const insertMessage = prepareWrite(
    db,
    db.insert(messages).values({
      id: given('id'),
      conversationId: given('conversationId'),
      channel: given('channel'),
      kind: given('kind'),
      authorId: given('authorId'),
      authorName: given('authorName'),
      text: given('text'),
      mentions: given('mentions'),
      attachments: given('attachments'),
      at: given('at'),
      revision: given('revision'),
      externalMessageId: given('externalMessageId'),
      sentAt: given('sentAt'),
      refused: given('refused'),
    }),
  );

  const sendUpload = prepareUploadSend(db);
  const callPeople = prepareCallingWrites(db);

  function change(draft: ConversationDraft, revision: number, preview: string | null): void {
    const { conversationId: id, after } = draft.body;
    // What is set is bound as it is.
    const skippedBy = after.skippedBy && JSON.stringify(after.skippedBy);
    const row = { ...after, skippedBy, id, revision };
    const result = preview === null ? update.run(row) : updateWithPreview.run({ ...row, preview });
    mustWrite(result, 'This conversation does not exist any more.');
  }

  function write(
    draft: DraftOf<'conversation.replied' | 'conversation.noted'>,
    { revision, at, actor }: Written,
  ): void {
    const { messageId, conversationId, channel } = draft.body;
    const { text, attachments = [] } = draft.personal;
    insertMessage.run({
      id: messageId,
      conversationId,
      channel,
      kind: draft.kind === 'conversation.replied' ? 'reply' : 'note',
      ...authorOf(actor),
      text,
      mentions: ('mentions' in draft.body && draft.body.mentions) || [],
      attachments,
      at,
      revision,
      externalMessageId: null,
      sentAt: null,
      refused: [],
    });
    for (const { id } of attachments)
      mustWrite(
        sendUpload.run({ id, messageId }),
        'A file has gone with another message, or is gone.',
      );
  }

  return (draft: ConversationDraft, written: Written): void => {
    const { revision, at } = written;
    callPeople(draft, written);
    switch (draft.kind) {
      case 'conversation.opened': {
        const { conversationId: id, contactId, channel, after } = draft.body;
        insert.run({ ...after, id, contactId, channel, openedAt: at, preview: '', revision });
        break;
      }
      case 'conversation.reopened':
        change(draft, revision, draft.personal.preview);
        break;
      case 'conversation.messageReceived': {
        const { messageId, conversationId, channel, externalMessageId, sentAt } = draft.body;
        const { text, refused } = draft.personal;
        change(draft, revision, previewOf(text));
        insertMessage.run({
          id: messageId,
          conversationId,
          channel,
          kind: 'customer',
          authorId: null,
          authorName: null,
          text,
          mentions: [],
          attachments: [],
          at,
          revision,
          externalMessageId,
          sentAt,
          refused,
        });
        break;
      }
      case 'conversation.replied':
        change(draft, revision, previewOfWritten(draft.personal));
        write(draft, written);
        break;
      case 'conversation.noted':
        change(draft, revision, null);
        write(draft, written);
        break;
      case 'conversation.claimed':
      case 'conversation.released':
      case 'conversation.skipped':
      case 'conversation.assigned':
      case 'conversation.statusChanged':
      case 'conversation.boomeranged':
      case 'conversation.cameBack':
      case 'conversation.undone':
        change(draft, revision, null);
        break;
      default:
        draft satisfies never;
    }
  };
}

/** A token or the desk itself is named, but is nobody among the people. */
function authorOf(actor: Actor): { authorId: string | null; authorName: string } {
  return { authorId: actor.kind === 'person' ? actor.id : null, authorName: actor.name };
}
