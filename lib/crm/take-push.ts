import { type ArrivedCall, readSigned } from '@/lib/channels/webhooks/signed-call';
import { readCrmRecord } from '@/lib/commands/crm/crm-values';
import { type CrmPushed, receiveCrmPush } from '@/lib/commands/crm/receive-crm-push';
import { SYSTEM } from '@/lib/desk/context';
import { CRM_SECRET_OWNER } from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import { conflict, invalid } from '@/lib/desk/errors';
import { readPath } from '@/lib/desk/payload-path';

export type TakenPush =
  | { is: 'received'; pushed: CrmPushed }
  /** Nobody who has a secret of the CRM has signed it. */
  | { is: 'unsigned'; message: string };

/**
 * Takes in what the CRM pushes: its signature says who it is from, the connection what it says.
 * Throws `invalid` for a body that cannot be read so, and `conflict` while no CRM is connected that
 * pushes: then it tries again.
 */
export async function takePush(desk: Desk, call: ArrivedCall): Promise<TakenPush> {
  const read = await readSigned(desk, CRM_SECRET_OWNER, call);
  if (!read.isSigned) return { is: 'unsigned', message: read.message };

  const { connection } = desk.memory.crm;
  if (!connection?.enabled || !connection.push)
    throw conflict('Nobody has said yet how what the CRM pushes is read.');
  const { keyPath, recordPath } = connection.push;
  const key = keyIn(read.json, keyPath);
  const json = recordPath === null ? read.json : readPath(read.json, recordPath);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw invalid(`There is no object at ${recordPath ?? 'the root of the body'}.`);
  const record = readCrmRecord(connection, json);
  if (!record.ok) throw invalid(record.message);
  const ctx = { desk, caller: SYSTEM };
  const input = { webhookId: read.webhookId, key, record: record.record };
  return { is: 'received', pushed: await receiveCrmPush({ ctx, input }) };
}

/** Text, or a whole number that is one in text elsewhere. */
function keyIn(json: unknown, path: string): string {
  const found = readPath(json, path);
  const isNumber = typeof found === 'number' && Number.isSafeInteger(found);
  const key = typeof found === 'string' || isNumber ? String(found).trim() : '';
  if (key === '') throw invalid(`There is no key at ${path}: it is text, or a whole number.`);
  return key;
}
