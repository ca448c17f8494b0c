import { changeAttribute } from '@/lib/commands/attributes/change-attribute';
import { createAttribute } from '@/lib/commands/attributes/create-attribute';
import { deleteAttribute } from '@/lib/commands/attributes/delete-attribute';
import { deleteCannedReply } from '@/lib/commands/canned-replies/delete-canned-reply';
import { saveCannedReply } from '@/lib/commands/canned-replies/save-canned-reply';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { forgetContact } from '@/lib/commands/contacts/forget-contact';
import { upsertContact } from '@/lib/commands/contacts/upsert-contact';
import { assignConversation } from '@/lib/commands/conversations/assign-conversation';
import { boomerangConversation } from '@/lib/commands/conversations/boomerang-conversation';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { doWhatIsDue } from '@/lib/commands/conversations/do-what-is-due';
import { noteOnConversation } from '@/lib/commands/conversations/note-on-conversation';
import { releaseConversation } from '@/lib/commands/conversations/release-conversation';
import { replyToConversation } from '@/lib/commands/conversations/reply-to-conversation';
import { setStatus } from '@/lib/commands/conversations/set-status';
import { skipConversation } from '@/lib/commands/conversations/skip-conversation';
import { takeNext } from '@/lib/commands/conversations/take-next';
import { undoAct } from '@/lib/commands/conversations/undo-act';
import { writeConversationValues } from '@/lib/commands/conversations/write-conversation-values';
import { changePerson } from '@/lib/commands/people/change-person';
import {
  setPrioritization,
  toggleHighPriority,
} from '@/lib/commands/prioritization/set-prioritization';
import { deleteSavedView } from '@/lib/commands/saved-views/delete-saved-view';
import { saveSavedView } from '@/lib/commands/saved-views/save-saved-view';
import { deleteSegment } from '@/lib/commands/segments/delete-segment';
import { saveSegment } from '@/lib/commands/segments/save-segment';
import { changeSettings } from '@/lib/commands/settings/change-settings';
import { type Ctx, type PersonCaller, SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { isDeskError } from '@/lib/desk/errors';
import { STATUSES } from '@/lib/desk/facts';
import { nameOf } from '@/lib/desk/queue-entry';
import { OWN_ATTRIBUTES, type Step } from './steps';

const CUSTOMERS = 15;
const TIME_ZONES = ['UTC', 'Europe/Brussels', 'America/New_York'];

/** Takes a step through the real commands. What the desk refuses, it refuses; anything else throws. */
export async function takeStep(desk: Desk, step: Step, index: number): Promise<void> {
  try {
    await commandOf(desk, step, index);
  } catch (error) {
    if (!isDeskError(error)) throw error;
  }
}

function commandOf(desk: Desk, step: Step, index: number): Promise<unknown> {
  const { memory } = desk;
  const { first, second, third } = step;
  const ctx = { desk, caller: SYSTEM };
  const people = [...memory.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const person = picked(people, second);
  const caller: PersonCaller = { kind: 'person', id: person.id, name: person.name, role: 'admin' };
  const by = { desk, caller };
  // Rarely one that is no longer, or not yet, in memory.
  const open = [...memory.conversations.keys()].sort();
  const conversationId = open.length > 0 ? picked(open, first) : 'nobody';
  const segmentId = picked([...memory.segments.keys()].sort(), first);
  const externalId = `customer ${first % CUSTOMERS}`;
  const values = new Map<string, unknown>(
    step.written.map(({ attribute, value }) => [attribute.key, value ?? null]),
  );

  switch (step.verb) {
    case 'message':
      return receiveMessage({
        ctx,
        input: {
          channel: second % 3 === 0 ? 'api' : picked([...memory.channels.keys()], second),
          contact: { externalId, attributes: third % 4 === 0 ? values : new Map() },
          text: `Message ${index}`,
          externalMessageId: `${third % 10 === 0 ? 'the same' : index}`,
          sentAt: null,
        },
      });
    case 'values': {
      const as = step.written[0]?.attribute.manager ?? 'agent';
      return upsertContact({ ctx, input: { externalId, as, values } });
    }
    case 'conversationValues':
      return writeConversationValues({ ctx: by, input: { conversationId, values } });
    case 'saveSegment': {
      const { join, conditions } = step;
      return saveSegment({ ctx, input: { name: `Segment ${index}`, join, conditions } });
    }
    case 'editSegment': {
      const { join, conditions } = step;
      return saveSegment({ ctx, input: { id: segmentId, join, conditions } });
    }
    case 'deleteSegment':
      return deleteSegment({ ctx, input: { id: segmentId } });
    case 'toggle':
      return toggleHighPriority({ ctx, input: { segmentId, highPriority: second % 3 > 0 } });
    case 'prioritize': {
      const segmentIds = [...memory.segments.keys()].filter(
        (_, place) => (second >> place) % 4 > 0,
      );
      return setPrioritization({ ctx, input: { segmentIds } });
    }
    case 'enable': {
      const key = picked([...memory.attributes.keys()], first);
      return changeAttribute({ ctx, input: { key, enabled: second % 4 > 0 } });
    }
    case 'createAttribute':
      return createAttribute({ ctx, input: picked(OWN_ATTRIBUTES, first) });
    case 'deleteAttribute':
      return deleteAttribute({ ctx, input: picked(OWN_ATTRIBUTES, first) });
    case 'timeZone':
      return changeSettings({ ctx, input: { timeZone: picked(TIME_ZONES, first) } });
    case 'claim':
      return claimConversation({ ctx: by, input: { conversationId } });
    case 'takeNext':
      return takeNext({ ctx: by, input: { filter: third % 2 ? {} : { segments: [segmentId] } } });
    case 'release':
      return releaseConversation({ ctx: by, input: { conversationId } });
    case 'assign':
      return assignConversation({ ctx: by, input: { conversationId, personId: person.id } });
    case 'reply': {
      const status = picked([undefined, 'pending', 'resolved'] as const, third);
      return replyToConversation({
        ctx: by,
        input: { conversationId, text: `Reply ${index}`, status },
      });
    }
    case 'note':
      return noteOnConversation({ ctx: by, input: { conversationId, text: `Note ${index}` } });
    case 'boomerang':
      return boomerangConversation({
        ctx: by,
        input: { conversationId, returnsAt: desk.now() + 1 + (third % 40), note: `note ${third}` },
      });
    case 'skip':
      return skipConversation({ ctx: by, input: { conversationId, reason: `Reason ${third}` } });
    case 'undo':
      return undoAct({ ctx: by, input: { conversationId } });
    case 'timePasses':
      return doWhatIsDue(desk);
    case 'autoResolve': {
      const autoResolveAfterHours = third % 2 === 0 ? 1 : null;
      return changeSettings({ ctx, input: { autoResolveAfterHours } });
    }
    case 'cannedReply':
      return changeOneCannedReply(by, step, index);
    case 'savedView':
      return changeOneSavedView(by, step, index);
    case 'status':
      return setOneStatus(by, step, conversationId);
    case 'rename':
      return changePerson({ ctx, input: { id: person.id, name: `Person ${index}` } });
    case 'forget':
      return forgetOne(by, conversationId);
    case 'flush':
    case 'rejoin':
      return Promise.resolve();
  }
}

/** The contact of a conversation, by the name it has now. */
async function forgetOne(ctx: Ctx, conversationId: string) {
  const { store } = ctx.desk;
  const contactId = (await store.conversation(conversationId))?.contactId ?? '';
  const contact = await store.contact(contactId);
  const values = new Map(Object.entries(contact?.values ?? {}));
  const name = nameOf({ externalId: contact?.externalId ?? 'nobody', values });
  return forgetContact({ ctx, input: { contactId, name } });
}

/** Makes one, changes one, or deletes one. */
async function changeOneCannedReply(ctx: Ctx, { first, third }: Step, index: number) {
  const kept = await ctx.desk.store.cannedReplies();
  const text = `Hello {{${picked(OWN_ATTRIBUTES, third).key}|there}}`;
  if (kept.length < 3) {
    return saveCannedReply({ ctx, input: { title: `Reply ${index}`, text } });
  }
  const { id } = picked(kept, first);
  return third % 2
    ? saveCannedReply({ ctx, input: { id, text } })
    : deleteCannedReply({ ctx, input: { id } });
}

/** Makes one that is shared, changes one, or deletes one. */
async function changeOneSavedView(ctx: Ctx, { first, third }: Step, index: number) {
  const kept = await ctx.desk.store.savedViews(null);
  const filter = { segments: [...ctx.desk.memory.segments.keys()].slice(0, 1 + (first % 2)) };
  if (kept.length < 2) {
    return saveSavedView({ ctx, input: { name: `View ${index}`, shared: true, filter } });
  }
  const { id } = picked(kept, first);
  return third % 2
    ? saveSavedView({ ctx, input: { id, filter } })
    : deleteSavedView({ ctx, input: { id } });
}

/** Of an open conversation, or of a resolved one, which then comes back. */
async function setOneStatus(by: { desk: Desk; caller: PersonCaller }, step: Step, open: string) {
  const { conversations } = await by.desk.store.resolvedConversations({ offset: 0, limit: 10 });
  const status = picked(STATUSES, step.third);
  const resolved = conversations.length > 0 && step.second % 2 === 0;
  const conversationId = resolved ? picked(conversations, step.first).id : open;
  return setStatus({ ctx: by, input: { conversationId, status } });
}

function picked<T>(list: readonly T[], pick: number): T {
  for (const [place, one] of list.entries()) if (place === pick % list.length) return one;
  throw new Error('There is nothing to pick from');
}
