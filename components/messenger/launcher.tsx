/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { type MessengerState, unreadOf } from './messenger-state';

type Props = {
  state: MessengerState;
  title: string;
  open: () => void;
  button: RefObject<HTMLButtonElement | null>;
};

/** The round button in the corner of a site, with how many answers are new. */
export function Launcher({ state, title, open, button }: Props) {
  const unread = unreadOf(state);
  const news = unread === 0 ? '' : `, ${unread} new ${unread === 1 ? 'answer' : 'answers'}`;
  return (
    <button
      type="button"
      ref={button}
      class="launcher"
      aria-label={`Write to ${title}${news}`}
      aria-expanded={false}
      onClick={open}
    >
      <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="1.8"
          stroke-linejoin="round"
          d="M4 5.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8.2L7 21v-3.5H4a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1Z"
        />
      </svg>
      {unread > 0 && (
        <span class="unread" aria-hidden="true">
          {unread > 9 ? '9+' : unread}
        </span>
      )}
    </button>
  );
}
