/** Widths in pixels: what to lay out in order, and what stands after it to lead to the rest. */
export type LinesToFill = {
  widths: readonly number[];
  more: number;
  /** Whether that stands there even where there is no rest. */
  moreStays: boolean;
  line: number;
  gap: number;
  lines: number;
};

/** How many of these stand whole in so many lines, and how many lines are taken. */
export function fitLines(fill: LinesToFill): { fitting: number; lines: number } {
  const { widths, more, moreStays, lines } = fill;
  for (let fitting = widths.length; fitting > 0; fitting -= 1) {
    const shown = widths.slice(0, fitting);
    const led = moreStays || fitting < widths.length ? [...shown, more] : shown;
    const taken = linesOf(led, fill);
    if (taken <= lines) return { fitting, lines: taken };
  }
  return { fitting: 0, lines: 1 };
}

/** The lines that these fill when each goes to the next line where it does not fit. */
function linesOf(widths: readonly number[], { line, gap }: LinesToFill): number {
  let taken = 1;
  let used = 0;
  for (const width of widths) {
    if (used > 0 && used + gap + width > line) {
      taken += 1;
      used = 0;
    }
    used += (used > 0 ? gap : 0) + width;
  }
  return taken;
}
