import type { AttributeValue } from '@/lib/attributes/attribute';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Entry } from '@/lib/desk/entry';
import { conflict } from '@/lib/desk/errors';
import { catalogueAsInMemory, contactAsLoaded } from '@/lib/desk/expectations';
import { sourceOf } from './source-of';
import { attributesChanged } from './write-values';

/** An entry about written values. */
export type ValuesAct = Extract<Entry, { kind: 'contact.attributesChanged' }>;

/**
 * Takes written values back, all or none: each is what it was before, source and time too. Gives
 * the revision of the entry that says so. Throws `conflict` when one was written again since, or
 * its attribute is gone.
 */
export async function undoValues({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { act: ValuesAct };
}): Promise<number> {
  authorise(ctx.caller, 'writeValues');
  const { body, personal, revision } = input.act;
  const as = sourceOf(ctx.caller, 'agent');
  const { memory, store } = ctx.desk;
  return decide(ctx, 'undoValues', async () => {
    const expectCatalogue = catalogueAsInMemory(memory);
    const contact = await store.contact(body.contactId);
    if (!contact || !personal) throw conflict('This can no longer be undone: it is forgotten.');
    const changes = personal.changes.map(({ attribute, before, after }) => {
      const label = memory.attributes.get(attribute)?.label;
      if (label === undefined)
        throw conflict(`This can no longer be undone: the attribute ${attribute} is deleted.`);
      if (!isSame(contact.values[attribute] ?? null, after))
        throw conflict(`This can no longer be undone: ${label} was written again since.`);
      return { attribute, before: after, after: before };
    });
    const undone = { revision, kind: input.act.kind };
    const entry = attributesChanged(contact, as, changes);
    return {
      expect: [expectCatalogue, contactAsLoaded(contact)],
      entries: [{ ...entry, body: { ...entry.body, undone } }],
      answer: ([kept]) => kept?.revision ?? contact.revision,
    };
  });
}

function isSame(one: AttributeValue | null, other: AttributeValue | null): boolean {
  if (one === null || other === null) return one === other;
  return one.value === other.value && one.source === other.source && one.setAt === other.setAt;
}
