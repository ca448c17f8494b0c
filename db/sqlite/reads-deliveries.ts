import { aliasedTable, and, asc, count, desc, eq, lt, lte, notExists, sql } from 'drizzle-orm';
import {
  DELIVERY_STATES,
  type Delivery,
  type DeliveryCounts,
  type DeliveryState,
  REPLY_EVENT,
} from '@/lib/desk/endpoint';
import type { Database } from './open-database';
import { deliveries, derivedThrough, endpoints } from './schema-webhooks';
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
    .select({ delivery: deliveries })
    .from(deliveries)
    .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
    .where(
      and(
        isDue,
        lte(deliveries.dueAt, given('nowMs')),
        sql`${endpoints.enabled} = 1`,
        sql`${endpoints.id} not in (select value from json_each(${given('without')}))`,
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
  const byState = db
    .select({
      state: deliveries.state,
      total: count(),
      tried: sql<number>`sum(${deliveries.attempts} > 0)`,
    })
    .from(deliveries)
    .where(eq(deliveries.endpointId, given('endpointId')))
    .groupBy(deliveries.state)
    .prepare();
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
    due: (nowMs: number, limit: number, without: readonly string[]): Delivery[] =>
      due.all({ nowMs, limit, without: JSON.stringify(without) }).map(({ delivery }) => delivery),
    page: (
      endpointId: string,
      { state, before, limit }: { state: DeliveryState | null; before: number; limit: number },
    ): Delivery[] =>
      state === null
        ? page.all({ endpointId, before, limit })
        : pageOfState.all({ endpointId, state, before, limit }),
    counts(endpointId: string): DeliveryCounts {
      const rows = new Map(byState.all({ endpointId }).map((row) => [row.state, row]));
      const [due = 0, delivered = 0, dead = 0] = DELIVERY_STATES.map(
        (state) => rows.get(state)?.total ?? 0,
      );
      return { due, delivered, dead, failing: rows.get('due')?.tried ?? 0 };
    },
    unarrived: (conversationId: string): Delivery[] => unarrived.all({ conversationId }),
  };
}
