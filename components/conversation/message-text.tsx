'use client';

import { Fragment, type ReactNode, useMemo } from 'react';
import { late, useWhenHere } from '@/components/ui/late';
import type { FoundLink } from './find-links';

/** Knows every script's letters and all top-level domains: too much for the first load. */
const lateLinks = late(() => import('./find-links'));

/** What any link has: most messages have none, and need no search. */
const MAY_HOLD_LINK = /:\/\/|www\.|@/i;

/** The text of a message as text, its links as links that open elsewhere and tell nobody where from. */
export function MessageText({ text }: { text: string }) {
  const finder = useWhenHere(lateLinks);
  const links = useMemo(
    () => (finder && MAY_HOLD_LINK.test(text) ? finder.findLinks(text) : []),
    [finder, text],
  );
  return links.length === 0 ? text : partsOf(text, links);
}

function partsOf(text: string, links: readonly FoundLink[]): ReactNode {
  const starts = [0, ...links.map(({ end }) => end)];
  return (
    <>
      {links.map((link, place) => (
        <Fragment key={link.start}>
          {text.slice(starts[place], link.start)}
          <a
            href={link.href}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            title={`Opens ${link.host}`}
            className="underline decoration-current/40 underline-offset-2 hover:decoration-current"
          >
            {text.slice(link.start, link.end)}
          </a>
        </Fragment>
      ))}
      {text.slice(starts.at(-1))}
    </>
  );
}
