import { Fragment } from 'react';

/** Text that may break after the marks of addresses and links, before it breaks inside a word. */
export function BreakableText({ text }: { text: string }) {
  let at = 0;
  return text.split(/(?<=[@/?&=_])/).map((part) => {
    at += part.length;
    return (
      <Fragment key={at}>
        {part}
        {at < text.length && <wbr />}
      </Fragment>
    );
  });
}
