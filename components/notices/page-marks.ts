const COUNTED = /^\(\d+\) /;
const DOT =
  '<circle cx="24" cy="8" r="8" fill="#fff"/><circle cx="24" cy="8" r="6" fill="#2463d4"/>';

/** The title with how many conversations are unread in front of it; without, for none. */
export function countedTitle(title: string, count: number): string {
  const plain = title.replace(COUNTED, '');
  return count > 0 ? `(${count}) ${plain}` : plain;
}

/** Keeps the count in front of the page's title, and a dot on its icon, whatever page it is. Returns how to stop. */
export function keepMarks(count: number): () => void {
  const markIcons = count > 0 ? iconMarker() : null;
  const put = () => {
    const title = countedTitle(document.title, count);
    if (title !== document.title) document.title = title;
    markIcons?.mark();
  };
  put();
  const observer = new MutationObserver(put);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    markIcons?.stop();
  };
}

/** Puts a dot on every icon of the page that has none yet, also on one that comes with another page. */
function iconMarker() {
  const plain = new Map<HTMLLinkElement, string>();
  let stopped = false;
  return {
    mark() {
      for (const icon of document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')) {
        if (plain.has(icon)) continue;
        plain.set(icon, icon.href);
        void dotted(icon.href).then((href) => {
          if (!stopped && href !== null) icon.href = href;
        });
      }
    },
    stop() {
      stopped = true;
      for (const [icon, href] of plain) icon.href = href;
    },
  };
}

const drawn = new Map<string, Promise<string | null>>();

/** The icon with a dot, as an address; null while it cannot be had. */
function dotted(href: string): Promise<string | null> {
  const known = drawn.get(href) ?? draw(href);
  drawn.set(href, known);
  return known;
}

async function draw(href: string): Promise<string | null> {
  try {
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const icon = (await answer.text()).replace('</svg>', `${DOT}</svg>`);
    return `data:image/svg+xml,${encodeURIComponent(icon)}`;
  } catch {
    drawn.delete(href);
    return null;
  }
}
