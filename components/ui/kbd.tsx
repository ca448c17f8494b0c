import type { ReactNode } from 'react';
import { cn } from './class-names';

/** A key to press. It takes the colour of the text it stands in. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-[4px] border border-current/30 px-1 font-mono text-[0.625rem] leading-none opacity-85',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
