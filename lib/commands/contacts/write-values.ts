import type { Manager } from '@/lib/attributes/attribute';
import { checkedText, MAX_EXTERNAL_ID_LENGTH } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { DeskError, forbidden, invalid, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory, contactAsLoaded } from '@/lib/desk/expectations';
import { type Contact, namespaceOf } from '@/lib/desk/facts';
import type { SourceVersion } from '@/lib/desk/source-version';
import { valuesWire } from '@/lib/desk/values-wire';
import type { ValueWire } from '@/lib/desk/wire';
import { lookupOnNewKey } from '../crm/lookup-asked';
import { applyValueChanges, decideValues } from './decide-values';
import { sourceOf } from './source-of';
import { checkVersionedBy, notOlder, standingFor, versionsKept } from './source-order';

export type ValuesWritten = {
  contactId: string;
  externalId: string;
  values: ValueWire[];
  /** The attributes whose values are older than what is known, and changed nothing. */
  stale: string[];
  /** Of the entry that says so, else of the contact's last one. */
  revision: number;
};

/**
 * Writes values of one contact, all or none. With a version, those that are older than what the CRM
 * has said before change nothing, and are told. Throws `invalid` for a value that does not fit,
 * `forbidden` (naming the manager) for one the caller may not write, `not_found`.
 */
export async function writeValues({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: {
    contact: { namespace: string; externalId: string };
    as: Manager;
    values: ReadonlyMap<string, unknown>;
    version?: SourceVersion;
  };
}): Promise<ValuesWritten> {
  authorise(ctx.caller, 'writeValues');
  const as = sourceOf(ctx.caller, input.as);
  const { version } = input;
  checkVersionedBy(as, version);
  if (input.values.size === 0) throw invalid('Give at least one value.', 'values');
  const { namespace } = input.contact;
  if (ctx.caller.kind === 'channel' && namespace !== namespaceOf(ctx.caller.id))
    throw forbidden('A channel writes only what it knows of its own customers.');
  const externalId = checkedText(input.contact.externalId, 'externalId', MAX_EXTERNAL_ID_LENGTH);
  return ctx.desk.contacts.run(`${namespace} ${externalId}`, () =>
    decide(ctx, 'writeValues', async () => {
      const { memory, store } = ctx.desk;
      const expectCatalogue = catalogueAsInMemory(memory);
      const contact = await store.contactByExternalId(namespace, externalId);
      if (!contact) throw notFound(`There is no contact ${externalId}.`);
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
      const order = versionsKept(standing, version, current, refused);
      const lookup = as === 'crm' ? null : await lookupOnNewKey(ctx.desk, contact, changes);
      const changed = changes.length === 0 ? [] : [attributesChanged(contact, as, changes)];
      return {
        expect: [
          expectCatalogue,
          contactAsLoaded(contact),
          ...order.expect,
          ...(lookup?.expect ?? []),
        ],
        entries: [...changed, ...order.entries, ...(lookup?.entries ?? [])],
        answer: ([kept]) => ({
          contactId: contact.id,
          externalId,
          values: valuesWire(memory, applyValueChanges(contact.values, changes)),
          stale,
          revision: kept?.revision ?? contact.revision,
        }),
      };
    }),
  );
}

/** The entry for changed values. */
export function attributesChanged(
  contact: Pick<Contact, 'id'>,
  as: Manager,
  changes: ReturnType<typeof decideValues>['changes'],
) {
  return {
    kind: 'contact.attributesChanged' as const,
    body: { contactId: contact.id, attributes: changes.map((c) => c.attribute), source: as },
    personal: { changes },
  };
}
