'use client';

import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';
import { railLineLook, railWordLook } from './rail-look';

/** A place of the rail; current while the path is at it or below it. */
export function RailLink({
  href,
  under = href,
  label,
  icon: Icon,
  count = null,
  inWords,
  inside = false,
  className,
}: {
  href: string;
  /** The path that makes it current, where that is not href. */
  under?: string;
  label: string;
  icon: LucideIcon;
  count?: number | null;
  inWords: boolean;
  /** One of its saved views is open, which is marked itself where there is room for it. */
  inside?: boolean;
  className?: string;
}) {
  const pathname = usePathname();
  const current = pathname === under || pathname.startsWith(`${under}/`);
  const shown = count !== null && count > 0 ? count : null;
  return (
    <Tooltip label={label} side="right">
      <Link
        href={href}
        aria-current={current ? 'page' : undefined}
        className={cn(
          railLineLook(inWords),
          current && 'text-ink before:absolute before:bg-ink md:bg-selected',
          current &&
            'before:inset-x-4 before:top-0 before:h-0.5 md:before:inset-x-auto md:before:inset-y-2 md:before:-left-2 md:before:h-auto md:before:w-0.5',
          current && inWords && 'wide:font-medium',
          current && inWords && inside && 'wide:bg-transparent wide:before:hidden',
          className,
        )}
      >
        <span className="relative flex h-6 items-center">
          <Icon aria-hidden="true" className="size-[18px]" strokeWidth={1.75} />
          {shown !== null && (
            <span
              aria-hidden="true"
              className={cn(
                'absolute -top-1 left-3 flex h-4 min-w-4 items-center justify-center rounded-full bg-solid px-1 font-semibold text-[0.625rem] text-on-solid tabular-nums leading-none ring-2 ring-canvas',
                inWords && 'wide:hidden',
              )}
            >
              {shown > 999 ? '999+' : shown}
            </span>
          )}
        </span>
        <span className={railWordLook(inWords)}>{label}</span>
        {shown !== null && (
          <>
            {inWords && (
              <span
                aria-hidden="true"
                className="ml-auto hidden font-normal text-xs tabular-nums wide:block"
              >
                {shown.toLocaleString('en')}
              </span>
            )}
            <span className="sr-only">, {shown} waiting</span>
          </>
        )}
      </Link>
    </Tooltip>
  );
}
