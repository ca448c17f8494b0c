/** One line of the rail: a square at the left of a wide screen, a word under an icon on a narrow one. */
export const railLineLook =
  'relative flex h-full min-w-16 flex-1 flex-col items-center justify-center gap-0.5 text-ink-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 md:h-10 md:w-10 md:min-w-0 md:flex-none md:rounded-lg md:hover:bg-selected';
