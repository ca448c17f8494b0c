import { LinkifyIt } from 'linkify-it';

/** A stretch of a text that leads somewhere: from `start` up to `end`, in UTF-16 units. */
export type FoundLink = { start: number; end: number; href: string; host: string };

const linkify = new LinkifyIt({ fuzzyLink: true });

/** What a link of a message may open. */
const SCHEMAS = ['http:', 'https:', 'mailto:'];
/** Characters that make a link read as another one. */
const MISLEADING = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/**
 * The links that a text holds, in its order: addresses that begin with http, https or www, and
 * e-mail addresses. One that could deceive stays text: with a name before its host, or with
 * characters that turn or hide a part of it. `host` is where it leads as the browser knows it.
 */
export function findLinks(text: string): FoundLink[] {
  return (linkify.match(text) ?? []).flatMap(({ index, lastIndex, schema, raw, url }) => {
    const bare = schema === '' && /^www\./i.test(raw);
    if ((!bare && !SCHEMAS.includes(schema)) || MISLEADING.test(raw)) return [];
    const target = URL.canParse(url) ? new URL(bare ? url.replace(/^http:/, 'https:') : url) : null;
    if (!target || !SCHEMAS.includes(target.protocol)) return [];
    if (target.protocol !== 'mailto:' && (target.username !== '' || target.password !== '')) {
      return [];
    }
    const host = target.protocol === 'mailto:' ? 'your e-mail' : target.host;
    return [{ start: index, end: lastIndex, href: target.href, host }];
  });
}
