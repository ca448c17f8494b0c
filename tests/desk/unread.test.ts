import fc from 'fast-check';
import { expect, it } from 'vitest';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { assignConversation } from '@/lib/commands/conversations/assign-conversation';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { noteOnConversation } from '@/lib/commands/conversations/note-on-conversation';
import { releaseConversation } from '@/lib/commands/conversations/release-conversation';
import { replyToConversation } from '@/lib/commands/conversations/reply-to-conversation';
import { setStatus } from '@/lib/commands/conversations/set-status';
import { lookAtConversation } from '@/lib/commands/sights/look-at-conversation';
import { type PersonCaller, SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { isDeskError } from '@/lib/desk/errors';
import type { Sight } from '@/lib/desk/facts';
import { deskOfTest } from './desk-of-test';
import { naiveUnread } from './naive-unread';

const CONVERSATIONS = 3;
const VERBS = [
  'message',
  'message',
  'look',
  'look',
  'reply',
  'note',
  'mention',
  'claim',
  'release',
  'assign',
  'resolve',
] as const;
const step = fc.record({
  verb: fc.constantFrom(...VERBS),
  by: fc.nat(2),
  to: fc.nat(2),
  where: fc.nat(CONVERSATIONS - 1),
  ago: fc.nat(3),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

it('what is unread equals what all that ever happened says, whatever happens, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const opened = await deskOfTest();
      try {
        const { desk, callers } = opened;
        const places = await Promise.all(
          Array.from({ length: CONVERSATIONS }, (_, n) => arrives(desk, n, 'first')),
        );
        const sights: Sight[] = [];
        const truth = async () => {
          const entries = await desk.store.entriesAfter(0, 10_000);
          return callers.map(({ id }) => naiveUnread(entries, sights, id));
        };
        const known = (of: Desk) => Promise.all(callers.map(({ id }) => of.store.unreadOf(id)));
        for (const [index, one] of steps.entries()) {
          const conversationId = places[one.where] ?? '';
          const kept = await take(desk, callers, one, conversationId, index);
          if (kept) sights.push(kept);
          expect(await known(desk)).toEqual(await truth());
        }
        for (const place of places) {
          const here = await desk.store.unreadIn(place);
          const all = (await truth())
            .flat()
            .filter(({ conversationId }) => conversationId === place);
          expect(here.filter((one) => one.messages > 0 || one.mentioned || one.assigned)).toEqual(
            all.sort((a, b) => (a.personId < b.personId ? -1 : 1)),
          );
        }
        expect(await known(await opened.another())).toEqual(await truth());
      } finally {
        await opened.close();
      }
    }),
    { numRuns: 4 },
  );
});

async function arrives(desk: Desk, n: number, externalMessageId: string): Promise<string> {
  const contact = { externalId: `customer ${n}`, attributes: new Map() };
  const input = {
    channel: 'api',
    contact,
    text: 'Hello',
    externalMessageId: `${n} ${externalMessageId}`,
    sentAt: null,
  };
  const { receipt } = await receiveMessage({ ctx: { desk, caller: SYSTEM }, input });
  return receipt.conversationId;
}

/** Takes a step; what the desk refuses, it refuses. Gives the sight that was kept, if any. */
async function take(
  desk: Desk,
  callers: readonly PersonCaller[],
  { verb, by, to, where, ago }: Step,
  conversationId: string,
  index: number,
): Promise<Sight | null> {
  const caller = callers[by];
  const other = callers[to];
  if (!caller || !other) throw new Error('There is nobody.');
  const ctx = { desk, caller };
  const text = `Message ${index}`;
  try {
    switch (verb) {
      case 'message':
        await arrives(desk, where, `${index}`);
        break;
      case 'look': {
        const seen = (await desk.store.conversation(conversationId))?.revision ?? 0;
        const revision = Math.max(1, seen - ago);
        await lookAtConversation({ ctx, input: { conversationId, revision } });
        return { personId: caller.id, conversationId, revision };
      }
      case 'reply':
        await replyToConversation({ ctx, input: { conversationId, text } });
        break;
      case 'note':
        await noteOnConversation({ ctx, input: { conversationId, text } });
        break;
      case 'mention': {
        const mention = { text: `@${other.name}?`, mentions: [other.id] };
        await noteOnConversation({ ctx, input: { conversationId, ...mention } });
        break;
      }
      case 'claim':
        await claimConversation({ ctx, input: { conversationId } });
        break;
      case 'release':
        await releaseConversation({ ctx, input: { conversationId } });
        break;
      case 'assign':
        await assignConversation({ ctx, input: { conversationId, personId: other.id } });
        break;
      case 'resolve':
        await setStatus({ ctx, input: { conversationId, status: 'resolved' } });
        break;
    }
  } catch (error) {
    if (!isDeskError(error)) throw error;
  }
  return null;
}
