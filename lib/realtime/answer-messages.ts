import { authorise } from '@/lib/desk/context';
import { answerEach } from './answer-each';
import type { ArrivalWatches } from './arrival-watches';
import type { ContactWatches } from './contact-watches';
import type { ConversationWatches } from './conversation-watches';
import type { DeskSocket } from './desk-socket';
import type { DraftWatches } from './draft-watches';
import type { LoadWatches } from './load-watches';
import type { PresenceWatches } from './presence-watches';
import type { ClientToServer } from './protocol';
import type { QueueWatches } from './queue-watches';
import {
  arrivalWatchSchema,
  contactSchema,
  conversationSchema,
  draftWatchSchema,
  loadWatchSchema,
  presenceHereSchema,
  presenceWatchSchema,
  queueUnwatchSchema,
  queueWatchSchema,
  unreadWatchSchema,
} from './schemas';
import type { UnreadWatches } from './unread-watches';

type Answering = {
  queue: QueueWatches;
  conversations: ConversationWatches;
  contacts: ContactWatches;
  load: LoadWatches;
  presence: PresenceWatches;
  drafts: DraftWatches;
  unread: UnreadWatches;
  arrivals: ArrivalWatches;
  onError: (error: unknown) => void;
};

/**
 * Answers every message of a socket: parsed, allowed, done. What is refused is acknowledged with
 * its error; what asks for no acknowledgement is dropped. Nothing a client sends throws.
 */
export function answerMessages(socket: DeskSocket, answering: Answering): void {
  const { queue, conversations, contacts, load, presence } = answering;
  const { drafts, unread, arrivals, onError } = answering;
  const on = answerEach<keyof ClientToServer>({
    listen: (event, listener) => socket.on(event, listener),
    authorise: () => authorise(socket.data.caller, 'see'),
    onError,
  });
  on('queue:watch', queueWatchSchema, (request, answer) => answer(queue.join(socket, request)));
  on('queue:unwatch', queueUnwatchSchema, ({ watchId }, answer) => {
    queue.leave(socket, watchId);
    answer({});
  });
  on('conversation:watch', conversationSchema, ({ conversationId }, answer) =>
    conversations.join(socket, conversationId, answer),
  );
  on('conversation:unwatch', conversationSchema, async ({ conversationId }, answer) => {
    await conversations.leave(socket, conversationId);
    answer({});
  });
  on('contact:watch', contactSchema, ({ contactId }, answer) => {
    contacts.join(socket, contactId);
    answer({});
  });
  on('contact:unwatch', contactSchema, ({ contactId }, answer) => {
    contacts.leave(socket, contactId);
    answer({});
  });
  on('load:watch', loadWatchSchema, (_, answer) => answer(load.join(socket)));
  on('presence:watch', presenceWatchSchema, (_, answer) => answer(presence.join(socket)));
  on('presence:here', presenceHereSchema, async (where, answer) => {
    await presence.here(socket, where);
    answer({});
  });

  on('arrival:watch', arrivalWatchSchema, (_, answer) => {
    arrivals.join(socket);
    answer({});
  });
  on('unread:watch', unreadWatchSchema, (_, answer) => unread.join(socket, answer));
  on('draft:watch', draftWatchSchema, async (_, answer) => answer(await drafts.join(socket)));
}
