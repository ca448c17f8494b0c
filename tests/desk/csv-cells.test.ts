import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guarded, unguarded } from '@/lib/desk/csv-cells';

const cells = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom(...'=+-@\t\r＝x1 '), fc.string())
    .map((parts) => parts.join('')),
);

it('no cell that goes out begins a formula, and every cell comes in as it was', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      expect(unguarded(guarded(cell))).toBe(cell);
    }),
  );
});
