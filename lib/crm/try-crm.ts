import { decideValues } from '@/lib/commands/contacts/decide-values';
import { forTheCrm, readCrmRecord } from '@/lib/commands/crm/crm-values';
import { checkedConnection } from '@/lib/commands/crm/save-crm-connection';
import { authorise, type Ctx } from '@/lib/desk/context';
import { type CrmConnection, type CrmField, crmKeyOf } from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import { invalid, notFound } from '@/lib/desk/errors';
import { type Contact, namespaceOf } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { readPath } from '@/lib/desk/payload-path';
import type { CrmTriedWire, TriedFieldWire } from '@/lib/desk/wire-crm';
import type { GuardedFetch, OutgoingAnswer } from '@/lib/outgoing/guarded-fetch';
import { isOutgoingFailure } from '@/lib/outgoing/outgoing-failure';
import { askCrm, understood } from './ask-crm';

const MAX_SHOWN_ANSWER = 20_000;
const MAX_SHOWN_VALUE = 200;

/**
 * Asks the CRM about a contact as the connection given would, saved or not, and says what came back
 * and what would be kept of it. Keeps nothing. Throws `invalid` for a connection that does not fit,
 * or a contact whose key is not known.
 */
export async function tryCrm({
  ctx,
  fetcher,
  input,
}: {
  ctx: Ctx;
  fetcher: GuardedFetch;
  input: { connection: CrmConnection; channel: string; externalId: string };
}): Promise<CrmTriedWire> {
  authorise(ctx.caller, 'changeSettings');
  const { desk } = ctx;
  const connection = checkedConnection(desk.memory, input.connection);
  if (!desk.memory.channels.has(input.channel))
    throw notFound(`There is no channel ${input.channel}.`, 'channel');
  const contact = await contactOf(desk, namespaceOf(input.channel), input.externalId);
  const key = crmKeyOf(connection, contact);
  if (key === null)
    throw invalid('By what the CRM is asked is not known of this contact.', 'externalId');
  const askId = newId(desk.now());
  try {
    const answer = await askCrm({ desk, fetcher, connection, contact, askId }, key);
    return { key, ...saidBy(desk, connection, contact, answer) };
  } catch (thrown) {
    if (!isOutgoingFailure(thrown)) throw thrown;
    const status = thrown.status ?? null;
    return { ...NOTHING, fields: [], key, problem: thrown.message, status };
  }
}

const NOTHING = {
  status: null,
  tookMs: null,
  isKnown: null,
  answer: null,
  version: null,
} as const;

/** A contact who has written, or one that only the CRM may know yet. */
async function contactOf(desk: Desk, namespace: string, externalId: string): Promise<Contact> {
  const known = await desk.store.contactByExternalId(namespace, externalId);
  return known ?? { id: newId(desk.now()), namespace, externalId, values: {}, revision: 0 };
}

function saidBy(
  desk: Desk,
  connection: CrmConnection,
  contact: Contact,
  answer: OutgoingAnswer,
): Omit<CrmTriedWire, 'key'> {
  const shown = {
    ...NOTHING,
    fields: [],
    status: answer.status,
    tookMs: Math.round(answer.tookMs),
    answer: answer.text.slice(0, MAX_SHOWN_ANSWER),
  };
  try {
    const said = understood(answer);
    if (!said.isKnown) return { ...shown, isKnown: false, problem: null };
    const read = readCrmRecord(connection, said.json);
    const problem = read.ok ? null : read.message;
    const version = connection.versionPath && textOf(readPath(said.json, connection.versionPath));
    const fields = connection.fields.map((field) => triedField(desk, contact, field, said.json));
    return { ...shown, isKnown: true, problem, version, fields };
  } catch (thrown) {
    if (!isOutgoingFailure(thrown)) throw thrown;
    return { ...shown, problem: thrown.message };
  }
}

function triedField(
  desk: Desk,
  { values: current }: Contact,
  field: CrmField,
  json: unknown,
): TriedFieldWire {
  const { attributes } = desk.memory;
  const found = readPath(json, field.path);
  const read = readCrmRecord({ fields: [field], versionPath: null }, json);
  const record = read.ok ? read.record : null;
  const values = forTheCrm(record?.values ?? new Map(), attributes, current);
  const now = desk.now();
  const { refused } = decideValues({ attributes, current, values, as: 'crm', now });
  const [problem] = [...(record?.refused ?? []), ...refused];
  return { ...field, found: textOf(found), problem: problem?.message ?? null };
}

/** A part of an answer as it is shown; null where there is nothing. */
function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_SHOWN_VALUE ? `${text.slice(0, MAX_SHOWN_VALUE)}…` : text;
}
