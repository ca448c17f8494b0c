import { checkedMessage } from '@/lib/desk/checks';
import { authorise, type Ctx, may } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, forbidden, invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory, conversationAsLoaded } from '@/lib/desk/expectations';
import type { Person } from '@/lib/desk/facts';
import type { Memory } from '@/lib/desk/memory';
import { changeOf, loadConversation, stateOf, type Worked, worked } from './conversation-facts';

/**
 * Gives a conversation to a person, with a note on why if there is one: an agent hands over their
 * own, supervisors and admins assign anyone's. Its status and waiting since stay. Throws `invalid` for a person who cannot own one,
 * `conflict` for a resolved conversation, or a note to who has it already, `forbidden`.
 */
export async function assignConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; personId: string; note?: string };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  const { memory } = ctx.desk;
  const note = input.note === undefined ? null : checkedMessage(input.note, 'note');
  return decide(ctx, 'assignConversation', async () => {
    const expectCatalogue = catalogueAsInMemory(memory);
    const person = checkedOwner(memory, input.personId);
    const conversation = await loadConversation(ctx, input.conversationId);
    if (conversation.ownerId !== ctx.caller.id && !may(ctx.caller, 'assignAnyone'))
      throw forbidden('An agent may hand over their own conversations only.');
    if (conversation.status === 'resolved') throw conflict('This conversation is resolved.');
    const hasIt = conversation.ownerId === person.id;
    // The note would be lost without a word.
    if (hasIt && note !== null) throw conflict(`${person.name} has this conversation already.`);
    const after = { ...stateOf(conversation), ownerId: person.id, skippedBy: null };
    const body = changeOf(conversation, after);
    return {
      expect: [expectCatalogue, conversationAsLoaded(conversation)],
      entries: hasIt ? [] : [{ kind: 'conversation.assigned', body, personal: { note } }],
      answer: worked(conversation),
    };
  });
}

/** The person, if they can own a conversation. Throws `invalid`. */
export function checkedOwner(memory: Memory, personId: string): Person {
  const person = memory.people.get(personId);
  if (!person?.active) throw invalid('There is no such active person.', 'personId');
  return person;
}
