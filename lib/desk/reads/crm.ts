import { authorise, type Ctx } from '../context';
import { CRM_SECRET_OWNER } from '../crm';
import { isoTime } from '../iso-time';
import type { CrmWire } from '../wire-crm';

/** The CRM connection, and when the secrets that sign for it were made. Throws `forbidden`. */
export async function readCrm({ desk, caller }: Ctx): Promise<CrmWire> {
  authorise(caller, 'readSettings');
  const live = await desk.store.signingSecrets(CRM_SECRET_OWNER);
  return {
    ...desk.memory.crm,
    secrets: live.map(({ id, createdAt }) => ({ id, createdAt: isoTime(createdAt) })),
  };
}
