import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Attempt, NewDelivery } from '@/lib/desk/endpoint';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { contacts } from './schema';
import { deliveries, derivedThrough, endpoints } from './schema-webhooks';
import { given, givenIn } from './written';

const ONLY = 1;

/** What is written of deliveries, beside the journal. */
export type DeliveryWrite =
  | {
      kind: 'derived';
      derived: { revision: number; createdAt: number; deliveries: readonly NewDelivery[] };
    }
  | { kind: 'attempt'; attempt: Attempt }
  | { kind: 'redeliver'; endpointId: string; deliveryId: number | null; nowMs: number }
  | { kind: 'forgetDeliveries'; before: { deliveredMs: number; deadMs: number } };

/** Writes deliveries; gives whether it changed anything. */
export function prepareDeliveryWrites(db: Database): (write: DeliveryWrite) => boolean {
  const keepDerived = prepareDerivedWrites(db);
  const attempt = prepareWrite(
    db,
    db
      .update(deliveries)
      .set({
        state: givenIn('state'),
        attempts: givenIn('attempts'),
        dueAt: givenIn('dueAt'),
        triedAt: givenIn('triedAt'),
        status: givenIn('status'),
        problem: givenIn('problem'),
        answer: givenIn('answer'),
      })
      .where(eq(deliveries.id, given('deliveryId'))),
  );
  // What waits for the same endpoint and contact as the one that was tried.
  const behind = `state = 'due' and id > :deliveryId
    and endpoint_id = (select endpoint_id from deliveries where id = :deliveryId)
    and contact_id = (select contact_id from deliveries where id = :deliveryId)`;
  const holdBack = db.$client.prepare(
    `update deliveries set due_at = max(due_at, :dueAt) where ${behind}`,
  );
  const letNextGo = db.$client.prepare(
    `update deliveries set due_at = min(due_at, :dueAt)
     where id = (select min(id) from deliveries where ${behind})`,
  );
  const again = { state: sql`'due'`, attempts: sql`0`, dueAt: givenIn('nowMs') };
  const redeliverOne = prepareWrite(
    db,
    db
      .update(deliveries)
      .set(again)
      .where(
        and(eq(deliveries.endpointId, given('endpointId')), eq(deliveries.id, given('deliveryId'))),
      ),
  );
  const redeliverDead = prepareWrite(
    db,
    db
      .update(deliveries)
      .set(again)
      .where(and(eq(deliveries.endpointId, given('endpointId')), eq(deliveries.state, 'dead'))),
  );
  const forget = prepareWrite(
    db,
    db
      .delete(deliveries)
      .where(
        or(
          and(eq(deliveries.state, 'delivered'), lt(deliveries.createdAt, given('deliveredMs'))),
          and(eq(deliveries.state, 'dead'), lt(deliveries.createdAt, given('deadMs'))),
        ),
      ),
  );

  return (write) => {
    switch (write.kind) {
      case 'derived':
        return keepDerived(write.derived);
      case 'attempt': {
        const { deliveryId, state, dueAt } = write.attempt;
        (state === 'due' ? holdBack : letNextGo).run({ deliveryId, dueAt });
        return attempt.run(write.attempt).changes > 0;
      }
      case 'redeliver':
        return (write.deliveryId === null ? redeliverDead : redeliverOne).run(write).changes > 0;
      case 'forgetDeliveries':
        return forget.run(write.before).changes > 0;
    }
  };
}

function prepareDerivedWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db
      .insert(deliveries)
      .values({
        endpointId: given('endpointId'),
        webhookId: given('webhookId'),
        event: given('event'),
        contactId: given('contactId'),
        conversationId: given('conversationId'),
        body: given('body'),
        state: 'due',
        attempts: 0,
        dueAt: given('createdAt'),
        createdAt: given('createdAt'),
      })
      .onConflictDoNothing(),
  );
  const moveOn = prepareWrite(
    db,
    db
      .insert(derivedThrough)
      .values({ id: ONLY, revision: given('revision') })
      .onConflictDoUpdate({
        target: derivedThrough.id,
        set: { revision: sql`max(${derivedThrough.revision}, excluded.revision)` },
      }),
  );
  const endpoint = db
    .select({ id: endpoints.id })
    .from(endpoints)
    .where(eq(endpoints.id, given('id')))
    .prepare();
  const contact = db
    .select({ id: contacts.id })
    .from(contacts)
    .where(eq(contacts.id, given('id')))
    .prepare();

  return ({ revision, createdAt, deliveries: all }: DerivedWrite): boolean => {
    for (const delivery of all) {
      // What is about somebody, or for somebody, who is gone by now is not told any more.
      if (!endpoint.get({ id: delivery.endpointId })) continue;
      if (!contact.get({ id: delivery.contactId })) continue;
      insert.run({ ...delivery, createdAt });
    }
    return moveOn.run({ revision }).changes > 0;
  };
}

type DerivedWrite = Extract<DeliveryWrite, { kind: 'derived' }>['derived'];
