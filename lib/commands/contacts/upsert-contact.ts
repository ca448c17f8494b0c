import type { Manager } from '@/lib/attributes/attribute';
import { checkedText, MAX_EXTERNAL_ID_LENGTH } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { EntryDraft } from '@/lib/desk/entry';
import { DeskError, forbidden } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import type { SourceVersion } from '@/lib/desk/source-version';
import { valuesWire } from '@/lib/desk/values-wire';
import { applyValueChanges, decideValues } from './decide-values';
import { sourceOf } from './source-of';
import { checkVersionedBy, notOlder, standingFor, versionsKept } from './source-order';
import { attributesChanged, type ValuesWritten } from './write-values';

/**
 * Makes the contact if it is new, and writes the values given, all or nothing. Throws as
 * writeValues does.
 */
export async function upsertContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: {
    externalId: string;
    as: Manager;
    values: ReadonlyMap<string, unknown>;
    version?: SourceVersion;
  };
}): Promise<ValuesWritten & { created: boolean; changed: boolean }> {
  authorise(ctx.caller, 'writeValues');
  if (ctx.caller.kind === 'channel')
    throw forbidden('A channel makes a contact by the first message alone.');
  const as = sourceOf(ctx.caller, input.as);
  const { version } = input;
  checkVersionedBy(as, version);
  const externalId = checkedText(input.externalId, 'externalId', MAX_EXTERNAL_ID_LENGTH);
  return ctx.desk.contacts.run(`${DESK_NAMESPACE} ${externalId}`, () =>
    decide(ctx, 'upsertContact', async () => {
      const { memory, store } = ctx.desk;
      const expectCatalogue = catalogueAsInMemory(memory);
      const known = await store.contactByExternalId(DESK_NAMESPACE, externalId);
      const contact = known ?? { id: newId(ctx.desk.now()), revision: 0, values: {} };
      const standing = await standingFor(store, contact.id, version);
      const { current, stale } = notOlder(input.values, standing, version);
      const { changes, refused } = decideValues({
        attributes: memory.attributes,
        current: contact.values,
        values: current,
        as,
        now: ctx.desk.now(),
      });
      const [first] = refused;
      if (first) throw new DeskError(first.code, first.message, `values.${first.attribute}`);
      const entries: EntryDraft[] = [];
      if (!known) entries.push(contactCreated(contact.id, DESK_NAMESPACE, externalId));
      if (changes.length > 0) entries.push(attributesChanged(contact, as, changes));
      const order = versionsKept(standing, version, current, refused);
      const asLoaded = { kind: 'contact', id: contact.id, revision: contact.revision } as const;
      return {
        expect: [expectCatalogue, asLoaded, ...order.expect],
        entries: [...entries, ...order.entries],
        answer: (kept) => ({
          contactId: contact.id,
          externalId,
          created: !known,
          changed: changes.length > 0,
          values: valuesWire(memory, applyValueChanges(contact.values, changes)),
          stale,
          revision: kept.at(-1)?.revision ?? contact.revision,
        }),
      };
    }),
  );
}

/** The entry for a new contact. */
export function contactCreated(
  contactId: string,
  namespace: string,
  externalId: string,
): EntryDraft {
  return {
    kind: 'contact.created',
    body: { contactId, namespace },
    personal: { externalId },
  };
}
