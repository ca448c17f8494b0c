/** A piece of a text, and where it leads if it is an address. */
export type LinkPiece = { text: string; href: string | null };

const ADDRESS = /https?:\/\/[^\s<>"'“”]+/gi;
/** What ends a sentence is no part of an address, nor is a bracket around it. */
const AFTER = /[.,;:!?…)\]}]+$/;

/** The text in pieces, the web addresses in it told apart; together they are the text. */
export function splitLinks(text: string): LinkPiece[] {
  const pieces: LinkPiece[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(AFTER, '');
    if (!URL.canParse(address)) continue;
    if (index > done) pieces.push({ text: text.slice(done, index), href: null });
    pieces.push({ text: address, href: new URL(address).href });
    done = index + address.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), href: null });
  return pieces;
}
