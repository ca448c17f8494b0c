import { isDeepStrictEqual } from 'node:util';
import type { Attributes } from '@/lib/attributes/attribute';
import { mayFill } from '@/lib/attributes/may-write';
import { authorise, type Ctx } from '@/lib/desk/context';
import {
  CRM_SECRET_OWNER,
  type CrmConnection,
  type CrmField,
  type CrmRow,
  MAX_CRM_FIELDS,
} from '@/lib/desk/crm';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Memory } from '@/lib/desk/memory';
import { parsePath } from '@/lib/desk/payload-path';
import { isOutgoingFailure } from '@/lib/outgoing/outgoing-failure';
import { parseOutgoingUrl } from '@/lib/outgoing/outgoing-url';

const TIMEOUT_MS = { least: 100, most: 30_000 };
const MAX_FRESH_MINUTES = 60 * 24 * 30;

/**
 * Says how the desk asks the CRM. Throws `invalid` with the field, and `conflict` for a save since
 * the revision `expect`, or while nothing signs for the CRM that is to be asked.
 */
export async function saveCrmConnection({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { connection: CrmConnection; expect?: number };
}): Promise<CrmRow> {
  authorise(ctx.caller, 'changeSettings');
  const { memory, store } = ctx.desk;
  return decide(ctx, 'saveCrmConnection', async () => {
    const expectCatalogue = catalogueAsInMemory(memory);
    const { connection: before, revision } = memory.crm;
    if (input.expect !== undefined && input.expect !== revision)
      throw conflict('Somebody has saved the CRM connection meanwhile.');
    const after = checkedConnection(memory, input.connection);
    if (after.enabled && (await store.signingSecrets(CRM_SECRET_OWNER)).length === 0)
      throw conflict('Make a signing secret first: the CRM tells by it who asks.', 'enabled');
    return {
      expect: [expectCatalogue],
      entries: isDeepStrictEqual(before, after)
        ? []
        : [{ kind: 'crmConnection.saved', body: { before, after } }],
      answer: ([saved]) => ({ connection: after, revision: saved?.revision ?? revision }),
    };
  });
}

/** The connection as it can be kept. Throws `invalid` with the field. */
export function checkedConnection(
  { attributes, channels: known }: Pick<Memory, 'attributes' | 'channels'>,
  given: CrmConnection,
): CrmConnection {
  const { timeoutMs, freshMinutes, keyAttribute, versionPath, channels } = given;
  const isWithin = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!isWithin(timeoutMs, TIMEOUT_MS.least, TIMEOUT_MS.most))
    throw invalid(
      `Whole milliseconds, from ${TIMEOUT_MS.least} to ${TIMEOUT_MS.most}.`,
      'timeoutMs',
    );
  if (!isWithin(freshMinutes, 0, MAX_FRESH_MINUTES))
    throw invalid(`Whole minutes, from 0 to ${MAX_FRESH_MINUTES}.`, 'freshMinutes');
  if (keyAttribute !== null && !attributes.has(keyAttribute))
    throw invalid(`There is no attribute ${keyAttribute}.`, 'keyAttribute');
  const unknown = channels.find((key) => !known.has(key));
  if (unknown !== undefined) throw invalid(`There is no channel ${unknown}.`, 'channels');
  return {
    enabled: given.enabled,
    url: checkedUrl(given.url),
    keyAttribute,
    versionPath: versionPath === null ? null : checkedPath(versionPath, 'versionPath'),
    fields: checkedFields(given.fields, attributes),
    push: checkedPush(given.push),
    channels: [...new Set(channels)],
    timeoutMs,
    freshMinutes,
  };
}

function checkedFields(fields: readonly CrmField[], attributes: Attributes): CrmField[] {
  if (fields.length > MAX_CRM_FIELDS) throw invalid(`At most ${MAX_CRM_FIELDS} values.`, 'fields');
  const filled = new Set<string>();
  return fields.map(({ path, attribute: key }, at) => {
    const field = `fields.${at}.attribute`;
    const attribute = attributes.get(key);
    if (!attribute) throw invalid(`There is no attribute ${key}.`, field);
    if (!mayFill(attribute, 'crm'))
      throw invalid(`${attribute.label} is not for the CRM to fill.`, field);
    if (filled.has(key)) throw invalid(`${attribute.label} is filled twice.`, field);
    filled.add(key);
    return { path: checkedPath(path, `fields.${at}.path`), attribute: key };
  });
}

function checkedPush(push: CrmConnection['push']): CrmConnection['push'] {
  if (push === null) return null;
  const { keyPath, recordPath } = push;
  return {
    keyPath: checkedPath(keyPath, 'push.keyPath'),
    recordPath: recordPath === null ? null : checkedPath(recordPath, 'push.recordPath'),
  };
}

function checkedPath(path: string, field: string): string {
  const parsed = parsePath(path);
  if (!parsed.ok) throw invalid(parsed.message, field);
  return path.trim();
}

function checkedUrl(url: string): string {
  try {
    return parseOutgoingUrl(url.trim()).href;
  } catch (error) {
    if (isOutgoingFailure(error)) throw invalid(error.message, 'url');
    throw error;
  }
}
