/** @jsxImportSource preact */
import type { VisitorMessage } from '@/lib/channels/messenger/protocol';
import type { Unsent } from './messenger-state';
import { splitLinks } from './split-links';

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** The time, and the day unless it is today. */
function when(at: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? TIME.format(date) : `${DAY.format(date)}, ${TIME.format(date)}`;
}

/** A message that the desk has. */
export function MessageLine({ message }: { message: VisitorMessage }) {
  const { from, name, text, files, at } = message;
  return (
    <article class={`message ${from}`}>
      {from === 'desk' && (
        <p class="who" dir="auto">
          {name}
        </p>
      )}
      {text !== '' && <Text text={text} />}
      {files.map((file) => (
        <File key={file.url} file={file} />
      ))}
      <time dateTime={at}>{when(at)}</time>
    </article>
  );
}

type UnsentProps = { unsent: Unsent; isOffline: boolean; retry: () => void };

/** A message that the desk does not have yet, and why. */
export function UnsentLine({ unsent, isOffline, retry }: UnsentProps) {
  return (
    <article class="message visitor unsent">
      <Text text={unsent.text} />
      {unsent.refused === undefined ? (
        <small>{isOffline ? 'Waits until you are back online' : 'Sending…'}</small>
      ) : (
        <small role="alert">
          {unsent.refused}{' '}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </small>
      )}
    </article>
  );
}

function Text({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {splitLinks(text).map(({ text, href }, at) =>
        href === null ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move.
          <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ),
      )}
    </p>
  );
}

function File({ file: { name, type, url } }: { file: VisitorMessage['files'][number] }) {
  const isImage = type.startsWith('image/');
  return (
    <a class={isImage ? 'image' : 'file'} href={url} target="_blank" rel="noopener noreferrer">
      {/* biome-ignore lint/performance/noImgElement: no page of Next's. */}
      {isImage ? <img src={url} alt={name} /> : name}
    </a>
  );
}
