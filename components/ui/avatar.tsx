import type { ReactNode } from 'react';
import { cn } from './class-names';

const SIZE_PX = { sm: 20, md: 34, lg: 40 } as const;

/** The first letters of the first and the last word; '?' where the name has no letters. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map((word) => word?.match(/[\p{L}\p{N}]/u)?.[0] ?? '').join('');
  return letters.toLocaleUpperCase('en') || '?';
}

/**
 * The initials of somebody in a circle; children sit on its lower right corner as a badge.
 * The initials are decoration: say the name beside it, or in a tooltip.
 */
export function Avatar({
  name,
  size = 'md',
  className,
  children,
}: {
  name: string;
  size?: keyof typeof SIZE_PX | number;
  className?: string;
  children?: ReactNode;
}) {
  const px = typeof size === 'number' ? size : SIZE_PX[size];
  return (
    <span
      className={cn('relative inline-flex shrink-0 select-none rounded-full', className)}
      style={{ width: px, height: px }}
    >
      <span
        aria-hidden="true"
        className="flex size-full items-center justify-center rounded-full border border-line bg-selected font-semibold text-ink-muted"
        style={{ fontSize: Math.max(9, Math.round(px * 0.34)), lineHeight: 1 }}
      >
        {initials(name)}
      </span>
      {children !== undefined && (
        <span className="absolute -right-0.5 -bottom-0.5 flex items-center justify-center">
          {children}
        </span>
      )}
    </span>
  );
}
