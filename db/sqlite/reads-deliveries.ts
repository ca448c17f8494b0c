import { aliasedTable, and, asc, count, desc, eq, lt, lte, notExists, sql } from 'drizzle-orm';
import {
  type Delivery,
  type DeliveryCounts,
  type DeliveryState,
  REPLY_EVENT,
} from '@/lib/desk/endpoint';
import type { Database } from './open-database';
import { deliveries, derivedThrough } from './schema-webhooks';
import { given } from './written';

// In the words of the partial indexes.
const isDue = sql`${deliveries.state} = 'due'`;
const isNotDelivered = sql`${deliveries.state} <> 'delivered'`;

/** Reads deliveries. */
export function prepareDeliveryReads(db: Database) {
  const through = db.select({ revision: derivedThrough.revision }).from(derivedThrough).prepare();
  const one = db
    .select()
    .from(deliveries)
    .where(eq(deliveries.id, given('id')))
    .prepare();
  const earlier = aliasedTable(deliveries, 'earlier');
  const due = db
    .select()
    .from(deliveries)
    .where(
      and(
        isDue,
        eq(deliveries.endpointId, given('endpointId')),
        lte(deliveries.dueAt, given('nowMs')),
        notExists(
          db
            .select({ id: earlier.id })
            .from(earlier)
            .where(
              and(
                sql`${earlier.state} = 'due'`,
                eq(earlier.endpointId, deliveries.endpointId),
                eq(earlier.contactId, deliveries.contactId),
                lt(earlier.id, deliveries.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(given('limit'))
    .prepare();
  const page = db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.endpointId, given('endpointId')), lt(deliveries.id, given('before'))))
    .orderBy(desc(deliveries.id))
    .limit(given('limit'))
    .prepare();
  const pageOfState = db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.endpointId, given('endpointId')),
        eq(deliveries.state, given('state')),
        lt(deliveries.id, given('before')),
      ),
    )
    .orderBy(desc(deliveries.id))
    .limit(given('limit'))
    .prepare();
  const inState = db
    .select({ total: count() })
    .from(deliveries)
    .where(
      and(eq(deliveries.endpointId, given('endpointId')), eq(deliveries.state, given('state'))),
    )
    .prepare();
  // Left to itself SQLite looks at each that is due.
  const failing = db.$client
    .prepare(
      `select count(*) from deliveries indexed by deliveries_failing
       where endpoint_id = ? and state = 'due' and attempts > 0`,
    )
    .pluck();
  const unarrived = db
    .select()
    .from(deliveries)
    .where(
      and(
        isNotDelivered,
        eq(deliveries.conversationId, given('conversationId')),
        eq(deliveries.event, REPLY_EVENT),
        sql`${deliveries.triedAt} is not null`,
      ),
    )
    .orderBy(asc(deliveries.id))
    .prepare();

  return {
    derivedThrough: (): number | null => through.get()?.revision ?? null,
    one: (id: number): Delivery | null => one.get({ id }) ?? null,
    due: (endpointId: string, nowMs: number, limit: number): Delivery[] =>
      due.all({ endpointId, nowMs, limit }),
    page: (
      endpointId: string,
      { state, before, limit }: { state: DeliveryState | null; before: number; limit: number },
    ): Delivery[] =>
      state === null
        ? page.all({ endpointId, before, limit })
        : pageOfState.all({ endpointId, state, before, limit }),
    counts(endpointId: string): DeliveryCounts {
      const countOf = (state: DeliveryState) => inState.get({ endpointId, state })?.total ?? 0;
      return {
        due: countOf('due'),
        delivered: countOf('delivered'),
        dead: countOf('dead'),
        failing: Number(failing.get(endpointId)),
      };
    },
    unarrived: (conversationId: string): Delivery[] => unarrived.all({ conversationId }),
  };
}
