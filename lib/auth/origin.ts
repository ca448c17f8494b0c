/**
 * Which pages may use the desk with a person's cookies: those of its public address, and those it
 * served itself under whatever host it was asked by. `null` and anything unreadable is foreign.
 */
export function originCheck(publicUrl: string): (origin: string, host: string | null) => boolean {
  const publicOrigin = new URL(publicUrl).origin;
  return (origin, host) => {
    if (origin === publicOrigin) return true;
    if (host === null || !URL.canParse(origin)) return false;
    return new URL(origin).host === host;
  };
}
