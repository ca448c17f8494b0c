import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyConfiguration } from '@/lib/commands/configuration/apply-configuration';
import { mentionedOrder } from '@/lib/commands/configuration/mentioned-order';
import { previewConfiguration } from '@/lib/commands/configuration/preview-configuration';
import { SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { readConfiguration } from '@/lib/desk/reads/configuration';
import { deskOfTest } from '../desk/desk-of-test';
import { shape, shapings } from './configuration-steps';

const nobodys = () => deskOfTest({ people: 0 });
const asSystem = (desk: Desk) => ({ desk, caller: SYSTEM });

test('what one desk writes down, a fresh one takes, and writes down the same; each takes its own without a change', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(shapings, shapings, async (steps, otherSteps) => {
      const [one, fresh, shaped] = [await nobodys(), await nobodys(), await nobodys()];
      const ctx = asSystem(one.desk);
      done += await shape(ctx, steps);
      const document = await readConfiguration(ctx);
      const before = await one.desk.store.head();
      await applyConfiguration({ ctx, input: { document } });
      expect(await one.desk.store.head()).toEqual(before);

      await applyConfiguration({ ctx: asSystem(fresh.desk), input: { document } });
      expect(await readConfiguration(asSystem(fresh.desk))).toEqual(document);
      // Over JSON, and once more, nothing is left to change.
      const parsed = JSON.parse(JSON.stringify(document));
      const after = await fresh.desk.store.head();
      await applyConfiguration({ ctx: asSystem(fresh.desk), input: { document: parsed } });
      expect(await fresh.desk.store.head()).toEqual(after);

      await previewIsKept(shaped.desk, otherSteps, document);
      await Promise.all([one.close(), fresh.close(), shaped.close()]);
    }),
    { numRuns: 8 },
  );
  expect(done).toBeGreaterThan(60);
});

/** On a desk of another shape the preview tells what applying does, or both refuse the same. */
async function previewIsKept(
  desk: Desk,
  steps: Parameters<typeof shape>[1],
  document: Awaited<ReturnType<typeof readConfiguration>>,
): Promise<void> {
  const ctx = asSystem(desk);
  await shape(ctx, steps);
  const before = await readConfiguration(ctx);
  const input = { document };
  const preview = await previewConfiguration({ ctx, input }).catch((error: unknown) => error);
  expect(await readConfiguration(ctx)).toEqual(before);
  const head = await desk.store.head();
  const applied = await applyConfiguration({ ctx, input }).catch((error: unknown) => error);
  if (applied instanceof Error) {
    expect(applied).toEqual(preview);
    expect(await desk.store.head()).toEqual(head);
    expect(applied).toMatchObject({ code: 'invalid', field: expect.any(String) });
    return;
  }
  expect(preview).toMatchObject(applied ?? {});
  const again = await applyConfiguration({ ctx, input });
  expect([again.added, again.changed]).toEqual([0, 0]);
}

test('what is mentioned takes, in its order, the places it holds; the rest stays', () => {
  expect(mentionedOrder(['a', 'b', 'c', 'd'], ['d', 'b'])).toEqual(['a', 'd', 'c', 'b']);
  expect(mentionedOrder(['a', 'b', 'c'], ['c', 'c', 'x', 'a'])).toEqual(['c', 'b', 'a']);
  expect(mentionedOrder(['a', 'b'], [])).toEqual(['a', 'b']);
});
