import { expect, test, vi } from 'vitest';
import { JournalReader } from '@/lib/channels/webhooks/journal-reader';
import { bulkUpsertContacts } from '@/lib/commands/contacts/bulk-upsert';
import { createEndpoint } from '@/lib/commands/endpoints/create-endpoint';
import { saveSegment } from '@/lib/commands/segments/save-segment';
import { SYSTEM } from '@/lib/desk/context';
import { deskOfTest } from '../desk/desk-of-test';

const ROWS = 1_300;

test.each([0, 1])(
  'everybody who is brought in enters a segment, wherever a page of the journal ends (%s before)',
  async (before) => {
    const { desk, close } = await deskOfTest();
    const ctx = { desk, caller: SYSTEM };
    const conditions = [{ attribute: 'loyalty_status', operator: 'isEmpty' } as const];
    await saveSegment({ ctx, input: { name: 'No tier', join: 'all', conditions } });
    const hook = { name: 'Hook', url: 'https://a.example', events: ['segment.entered'] } as const;
    const { endpoint } = await createEndpoint({
      ctx,
      input: { ...hook, events: [...hook.events] },
    });
    const from = { revision: desk.memory.revision, createdAt: desk.now(), deliveries: [] };
    await desk.store.webhooks.keepDerived(from);
    const row = (externalId: string, values: [string, unknown][]) => ({
      externalId,
      as: 'crm' as const,
      values: new Map(values),
    });
    const rows = [
      ...Array.from({ length: before }, (_, n) => row(`alone-${n}`, [])),
      ...Array.from({ length: ROWS }, (_, n) => row(`x${n}`, [['customer_since', '2020-01-01']])),
    ];
    await bulkUpsertContacts({ ctx, input: { rows } });
    const errors: unknown[] = [];
    const reader = new JournalReader(desk, (error) => errors.push(error));
    const told = async () => (await desk.store.webhooks.counts(endpoint.id)).due;
    await vi.waitFor(async () => expect(await told()).toBeGreaterThanOrEqual(ROWS - 10), {
      timeout: 20_000,
    });
    await reader.stop();
    expect(await told()).toBe(ROWS + before);
    expect(errors).toEqual([]);
    await close();
  },
);
