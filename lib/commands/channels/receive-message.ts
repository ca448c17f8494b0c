import { checkedMessage, checkedText, MAX_EXTERNAL_ID_LENGTH } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { type Decision, decide } from '@/lib/desk/decide';
import { forbidden, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { type MessageReceipt, namespaceOf } from '@/lib/desk/facts';
import { standingOnArrival } from '../crm/lookup-asked';
import { decideMessage } from './decide-message';
import type { IncomingMessage } from './incoming-message';

/**
 * A customer's message arrives: opens a conversation on its channel or reopens a resolved one.
 * The message is always kept; attributes that could not be are listed in the answer. The same
 * external message id on the same channel changes nothing and gets the first answer again.
 * Throws `not_found` for an unknown channel, `invalid` for a message without text.
 */
export async function receiveMessage({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: IncomingMessage;
}): Promise<{ receipt: MessageReceipt; first: boolean }> {
  authorise(ctx.caller, 'receiveMessages');
  if (ctx.caller.kind === 'channel' && ctx.caller.id !== input.channel)
    throw forbidden('A channel brings only what its own customers write.', 'channel');
  if (!ctx.desk.memory.channels.has(input.channel))
    throw notFound(`There is no channel ${input.channel}.`, 'channel');
  const externalId = checkedText(
    input.contact.externalId,
    'contact.externalId',
    MAX_EXTERNAL_ID_LENGTH,
  );
  checkedText(input.externalMessageId, 'externalMessageId', MAX_EXTERNAL_ID_LENGTH);
  checkedMessage(input.text, 'text');
  const namespace = namespaceOf(input.channel);
  return ctx.desk.contacts.run(`${namespace} ${externalId}`, () =>
    decide(ctx, 'receiveMessage', () => decideOnMessage(ctx, input, namespace, externalId)),
  );
}

async function decideOnMessage(
  ctx: Ctx,
  message: IncomingMessage,
  namespace: string,
  externalId: string,
): Promise<Decision<{ receipt: MessageReceipt; first: boolean }>> {
  const { memory, store } = ctx.desk;
  const catalogue = catalogueAsInMemory(memory);
  const earlier = await store.receipt(message.channel, message.externalMessageId);
  if (earlier) {
    return { expect: [], entries: [], answer: () => ({ receipt: earlier, first: false }) };
  }
  const contact = await store.contactByExternalId(namespace, externalId);
  const conversation = contact && (await store.conversationOf(contact.id, message.channel));
  const crmStanding = await standingOnArrival(ctx.desk, message.channel, contact);
  const facts = { catalogue, message, namespace, externalId, contact, conversation, crmStanding };
  const { expect, entries, receipt } = decideMessage(ctx.desk, facts);
  return { expect, entries, answer: () => ({ receipt, first: true }) };
}
