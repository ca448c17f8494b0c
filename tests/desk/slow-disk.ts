import { setTimeout as pause } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Desk } from '@/lib/desk/desk';

const READ_MS = 5;

/** Until the test is over, values come from a slow disk, so that a scan takes its time; gives the reads. */
export function slowDisk({ store }: Desk, way: 'valuesAfter' | 'valuesBefore' = 'valuesAfter') {
  const { valuesAfter, valuesBefore } = store;
  if (way === 'valuesBefore')
    return vi.spyOn(store, 'valuesBefore').mockImplementation(async (...asked) => {
      await pause(READ_MS);
      return valuesBefore(...asked);
    });
  return vi.spyOn(store, 'valuesAfter').mockImplementation(async (...asked) => {
    await pause(READ_MS);
    return valuesAfter(...asked);
  });
}
