import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { invalid, notFound } from '@/lib/desk/errors';
import { contactAsLoaded, conversationAsLoaded } from '@/lib/desk/expectations';
import { nameOf } from '@/lib/desk/queue-entry';

/**
 * Deletes everything that belongs to a contact, for good: values, conversations, messages, files,
 * drafts, and the personal part of every entry about them. `name` is what the contact is called, to
 * be sure that it is meant. Nothing takes it back. Throws `not_found`, `invalid` for another name,
 * `forbidden`.
 */
export async function forgetContact({
  ctx,
  input: { contactId, name },
}: {
  ctx: Ctx;
  input: { contactId: string; name: string };
}): Promise<void> {
  authorise(ctx.caller, 'forgetContacts');
  const { store, contacts } = ctx.desk;
  const load = async () => {
    const contact = await store.contact(contactId);
    if (!contact) throw notFound('There is no such contact, or it is forgotten.');
    return contact;
  };
  const { namespace, externalId } = await load();
  const fileIds = await contacts.run(`${namespace} ${externalId}`, () =>
    decide(ctx, 'forgetContact', async () => {
      const contact = await load();
      const values = new Map(Object.entries(contact.values));
      if (nameOf({ externalId, values }) !== name.trim())
        throw invalid('Type the name as it stands at the top of the contact.', 'name');
      const conversations = await store.conversationsOf(contactId);
      const { fileIds: files } = await store.belongingsOf(contactId);
      const conversationIds = conversations.map(({ id }) => id);
      return {
        expect: [contactAsLoaded(contact), ...conversations.map(conversationAsLoaded)],
        entries: [{ kind: 'contact.forgotten', body: { contactId, namespace, conversationIds } }],
        answer: () => files,
      };
    }),
  );
  // What a crash leaves here goes with the files that no upload tells of any more.
  for (const id of fileIds) await store.files.remove(id);
}
