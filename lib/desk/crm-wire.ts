import { type CrmStanding, crmFor } from './crm';
import { isoTime, isoTimeOrNull } from './iso-time';
import type { Memory } from './memory';
import type { CrmLookupWire } from './wire';

/** How a contact stands with the CRM, for who looks at its conversation on the channel. */
export function crmLookupWire(
  memory: Memory,
  channel: string,
  standing: CrmStanding | null,
): CrmLookupWire | null {
  const connection = crmFor(memory.crm, channel);
  if (!connection) return null;
  const lookup = standing?.lookup;
  if (!lookup) return NEVER;
  const { isKnown, answeredAt, dueAt, failures, problem, stale, refused } = lookup;
  const freshMs = connection.freshMinutes * 60_000;
  return {
    isKnown,
    answeredAt: isoTimeOrNull(answeredAt),
    freshUntil: answeredAt === null ? null : isoTime(answeredAt + freshMs),
    isWaiting: dueAt !== null,
    nextTryAt: failures > 0 ? isoTimeOrNull(dueAt) : null,
    problem,
    stale: [...stale],
    refused: [...refused],
  };
}

const NEVER: CrmLookupWire = {
  isKnown: null,
  answeredAt: null,
  freshUntil: null,
  isWaiting: false,
  nextTryAt: null,
  problem: null,
  stale: [],
  refused: [],
};
