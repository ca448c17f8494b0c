import { cn } from '@/components/ui/class-names';

/**
 * One line of the rail: a word under an icon on a narrow screen, a square at the left of a wider one,
 * and, `inWords`, icon and word side by side on the widest.
 */
export function railLineLook(inWords: boolean): string {
  return cn(
    'relative flex h-full min-w-16 flex-1 flex-col items-center justify-center gap-0.5 text-ink-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 md:h-10 md:w-10 md:min-w-0 md:flex-none md:rounded-lg md:hover:bg-selected',
    inWords && 'wide:h-8 wide:w-full wide:flex-row wide:justify-start wide:gap-2.5 wide:px-2.5',
  );
}

/** The word of a line. */
export function railWordLook(inWords: boolean): string {
  return cn('text-xs md:sr-only', inWords && 'wide:not-sr-only wide:truncate wide:text-sm');
}
