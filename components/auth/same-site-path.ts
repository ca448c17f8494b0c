const HERE = 'http://here.invalid';

/** The path to go on to after sign-in: the one asked for if it is on this site, else the queue. */
export function sameSitePath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/')) return '/queue';
  if (!URL.canParse(asked, HERE)) return '/queue';
  // The browser reads '//x', '/\x' and paths with tabs in them as other sites: judge what it reads.
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  if (origin !== HERE || pathname.startsWith('//') || pathname.startsWith('/sign-in')) {
    return '/queue';
  }
  return pathname === '/' ? '/queue' : `${pathname}${search}${hash}`;
}
