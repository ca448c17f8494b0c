/** A part of a whole in percent, never rounded to nothing or to all. */
export function shareText(part: number, of: number): string {
  if (of === 0 || part === 0) return '0 %';
  const percent = (part / of) * 100;
  if (percent < 1) return '< 1 %';
  if (percent > 99 && part < of) return '> 99 %';
  return `${Math.round(percent)} %`;
}
