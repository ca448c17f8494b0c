import type { Attribute, Scalar } from '@/lib/attributes/attribute';
import { API_CHANNEL, DEFAULT_SETTINGS, DESK_NAMESPACE } from '@/lib/desk/facts';
import { Memory } from '@/lib/desk/memory';
import type { Segment } from '@/lib/segments/segment';
import { written } from '../segments/catalogue';

export type Waiting = { values: Record<string, Scalar>; since: number; pending: boolean };

/** A desk in memory with an open conversation of each, `c0` of `contact-0` first. */
export function memoryOf(
  attributes: readonly Attribute[],
  segments: readonly Segment[],
  highPriority: readonly string[],
  waiting: readonly Waiting[],
): Memory {
  const memory = new Memory({
    epoch: 'test',
    revision: 1,
    catalogue: {
      revision: 1,
      attributes: [...attributes],
      segments: segments.map((one) => ({ ...one, changedBy: null, changedAt: 0, revision: 1 })),
      prioritization: { segmentIds: [...highPriority], revision: 1 },
      settings: DEFAULT_SETTINGS,
      crm: { connection: null, revision: 0 },
      channels: [API_CHANNEL],
      people: [],
    },
  });
  memory.admit(
    waiting.map(({ values, since, pending }, n) => ({
      conversation: {
        id: `c${n}`,
        contactId: `contact-${n}`,
        channel: API_CHANNEL.key,
        status: pending ? 'pending' : 'new',
        ownerId: null,
        waitingSince: pending ? null : since,
        lastActivityAt: since,
        openedAt: since,
        returnsAt: null,
        skippedBy: null,
        preview: '',
        revision: 1,
      },
      contact: {
        id: `contact-${n}`,
        namespace: DESK_NAMESPACE,
        externalId: `${n}`,
        values: Object.fromEntries(
          Object.entries(values).map(([key, value]) => [key, written(value)]),
        ),
        revision: 1,
      },
    })),
  );
  memory.rankAll();
  return memory;
}
