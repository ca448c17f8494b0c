import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLines } from '@/components/queue/fit-lines';

const fill = { more: 30, moreStays: false, line: 300, gap: 6, lines: 2 };

describe('chips on the lines there are', () => {
  it('all stand where all fit, and need no more lines than that', () => {
    expect(fitLines({ ...fill, widths: [100, 100] })).toEqual({ fitting: 2, lines: 1 });
    expect(fitLines({ ...fill, widths: [100, 100, 100] })).toEqual({ fitting: 3, lines: 2 });
  });

  it('give way to the one that leads to the rest', () => {
    expect(fitLines({ ...fill, widths: [147, 147, 147, 147, 10] }).fitting).toBe(3);
    expect(fitLines({ ...fill, widths: [147, 147, 147, 147] }).fitting).toBe(4);
    expect(fitLines({ ...fill, widths: [147, 147, 147, 147], moreStays: true }).fitting).toBe(3);
  });

  it('none stands where not even one does', () => {
    expect(fitLines({ ...fill, widths: [290, 290], lines: 1 })).toEqual({ fitting: 0, lines: 1 });
  });

  it('one more chip never makes others disappear but for the one that leads to the rest', () => {
    const widths = fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 12 });
    fc.assert(
      fc.property(widths, fc.integer({ min: 20, max: 200 }), (all, last) => {
        const staying = { ...fill, moreStays: true };
        const { fitting } = fitLines({ ...staying, widths: all });
        const next = fitLines({ ...staying, widths: [...all, last] });
        expect(next.fitting).toBeGreaterThanOrEqual(fitting);
        expect(next.lines).toBeLessThanOrEqual(staying.lines);
      }),
    );
  });
});
