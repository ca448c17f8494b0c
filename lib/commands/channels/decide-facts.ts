import type { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import type { Contact, WebhookReceipt } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import type { Expectation } from '@/lib/desk/store';
import { decideValues } from '../contacts/decide-values';
import { contactCreated } from '../contacts/upsert-contact';
import { attributesChanged } from '../contacts/write-values';
import { incomingValues } from './decide-message';
import type { IncomingMessage } from './incoming-message';

type Facts = Omit<IncomingMessage['contact'], 'externalId'> & {
  /** The catalogue as it was before the contact was loaded. */
  catalogue: Expectation;
  namespace: string;
  externalId: string;
  contact: Contact | null;
  /** What could not be read already, and why. */
  unread: WebhookReceipt['refused'];
};

/**
 * Decides what a channel's word of a customer changes who has written nothing with it: they are made
 * if they are new, so that what is known of them is there when they write. Pure but for new ids and
 * the desk's clock.
 */
export function decideFacts(
  desk: Desk,
  { catalogue, namespace, externalId, contact: known, unread, ...facts }: Facts,
): { expect: Expectation[]; entries: EntryDraft[]; receipt: WebhookReceipt } {
  const now = desk.now();
  const contact = known ?? { id: newId(now), revision: 0, values: {} };
  const { changes, refused } = decideValues({
    attributes: desk.memory.attributes,
    current: contact.values,
    values: incomingValues(facts, contact.values),
    as: 'channel',
    now,
  });
  const entries: EntryDraft[] = [];
  if (!known) entries.push(contactCreated(contact.id, namespace, externalId));
  if (changes.length > 0) entries.push(attributesChanged(contact, 'channel', changes));
  return {
    expect: [catalogue, { kind: 'contact', id: contact.id, revision: contact.revision }],
    entries,
    receipt: {
      contactId: contact.id,
      conversationId: null,
      messageId: null,
      refused: [...unread, ...refused.map(({ attribute, message }) => ({ attribute, message }))],
    },
  };
}
