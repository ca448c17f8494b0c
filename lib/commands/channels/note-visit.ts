import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { forbidden } from '@/lib/desk/errors';
import { catalogueAsInMemory, contactAsLoaded } from '@/lib/desk/expectations';
import { namespaceOf } from '@/lib/desk/facts';
import { decideValues, type RefusedValue } from '../contacts/decide-values';
import { attributesChanged } from '../contacts/write-values';

/**
 * Keeps what a channel sees of a customer between their messages, such as the page they are on.
 * Values that may not be written change nothing and are in the answer with the reason. Nothing is
 * kept of who has never written: they are no contact.
 */
export async function noteVisit({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { channel: string; externalId: string; values: ReadonlyMap<string, unknown> };
}): Promise<{ refused: RefusedValue[] }> {
  authorise(ctx.caller, 'receiveMessages');
  const { channel, externalId, values } = input;
  if (ctx.caller.kind === 'channel' && ctx.caller.id !== channel)
    throw forbidden('A channel writes only what it knows of its own customers.', 'channel');
  const namespace = namespaceOf(channel);
  const { desk } = ctx;
  return desk.contacts.run(`${namespace} ${externalId}`, () =>
    decide(ctx, 'noteVisit', async () => {
      const expectCatalogue = catalogueAsInMemory(desk.memory);
      const contact = await desk.store.contactByExternalId(namespace, externalId);
      if (!contact) return { expect: [], entries: [], answer: () => ({ refused: [] }) };
      const { changes, refused } = decideValues({
        attributes: desk.memory.attributes,
        current: contact.values,
        values,
        as: 'channel',
        now: desk.now(),
      });
      return {
        expect: [expectCatalogue, contactAsLoaded(contact)],
        entries: changes.length === 0 ? [] : [attributesChanged(contact, 'channel', changes)],
        answer: () => ({ refused }),
      };
    }),
  );
}
