/** What lies behind a modal surface. */
export const scrimLook =
  'fixed inset-0 z-40 bg-scrim fade-in-0 data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=closed]:animate-out';

/** A modal surface in the middle of the screen. */
export const sheetLook =
  'fixed top-1/2 left-1/2 z-40 max-h-[calc(100dvh-32px)] w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto wrap-anywhere rounded-lg border border-line-strong bg-overlay p-5 text-ink shadow-overlay outline-none fade-in-0 zoom-in-98 data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=closed]:animate-out';

/** A list that floats beside its trigger: menus, selects. */
export const listLook =
  'z-50 overflow-y-auto overscroll-contain rounded-lg border border-line-strong bg-overlay p-1 text-ink shadow-overlay outline-none fade-in-0 zoom-in-98 data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=closed]:animate-out';

/** One line of such a list; highlighted is where the pointer or the keyboard is. */
export const listLineLook =
  'relative flex min-h-8 w-full select-none items-center gap-2 rounded-md px-2 py-1 text-left text-sm outline-none data-[disabled=true]:pointer-events-none data-[disabled]:not-data-[disabled=false]:pointer-events-none data-[disabled=true]:text-ink-faint data-[disabled]:not-data-[disabled=false]:opacity-60 data-[highlighted]:bg-selected data-[selected=true]:bg-selected [&_svg]:shrink-0 [&_svg:not([class*=size-])]:size-4';

/** A field's frame: input, select, combobox, textarea. */
export const fieldLook =
  'w-full rounded-md border border-line-field bg-panel text-ink text-sm transition-colors hover:border-ink-muted focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-canvas disabled:text-ink-muted [&:is(input,textarea):read-only:not(:disabled)]:bg-canvas aria-invalid:border-danger';
