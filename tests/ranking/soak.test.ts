import { expect, it } from 'vitest';
import { firstDifference, soak } from '../bench/soak';

it.each([1, 2])('the whole queue is right after twenty thousand random changes, run %d', (seed) => {
  const soaked = soak(3_000, 20_000, seed);
  expect(soaked.naive.rows.size).toBeGreaterThan(1_000);
  expect(soaked.toggles).toBeGreaterThan(0);
  expect(firstDifference(soaked)).toBeNull();
});
