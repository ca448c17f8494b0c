import type { CSSProperties } from 'react';

const BAR = 'linear-gradient(var(--line) 0 0)';
const METER = 'repeating-linear-gradient(var(--line) 0 4px, transparent 4px 6px)';
const DISC = 'radial-gradient(circle closest-side, var(--line) 96%, transparent)';

/** Image, size and place of each part of a row: meter, avatar, name, time, preview, segments. */
const PARTS = [
  [METER, '16px 22px', '15px 35px'],
  [DISC, '34px 34px', '44px 9px'],
  [BAR, '128px 10px', '88px 13px'],
  [BAR, '32px 10px', 'right 12px top 13px'],
  [BAR, '208px 10px', '88px 32px'],
  [BAR, '96px 10px', '88px 51px'],
] as const;

const DRAWN: CSSProperties = {
  backgroundImage: PARTS.map(([image]) => image).join(),
  backgroundSize: PARTS.map(([, size]) => size).join(),
  backgroundPosition: PARTS.map(([, , place]) => place).join(),
  backgroundRepeat: 'no-repeat',
};

/**
 * A row that is not loaded yet, in its final shape. One still element, since a fast scroll goes
 * past thousands of them.
 */
export function RowSkeleton() {
  return <div aria-hidden="true" className="h-full border-line border-b" style={DRAWN} />;
}
