import type { VisitorMessage } from '@/lib/channels/messenger/protocol';

/** A message that the desk does not have yet. */
export type Unsent = {
  messageId: string;
  text: string;
  answers?: Record<string, string>;
  at: string;
  /** Why it was refused; it is not sent again by itself. */
  refused?: string;
};

export type MessengerState = {
  /** Whether the desk hears us at this moment. */
  line: 'connecting' | 'online' | 'offline';
  /** Whether there is anything to show yet. */
  begun: boolean;
  /** What cannot be mended by waiting. */
  problem: string | null;
  messages: VisitorMessage[];
  unsent: Unsent[];
  hasEarlier: boolean;
  loadingEarlier: boolean;
  /** Whether something is asked before the first message. */
  asks: boolean;
  /** Why an answer was refused, by attribute key. */
  refusedAnswers: Record<string, string>;
  /** Who writes an answer at this moment. */
  answering: string | null;
  /** The last message of the desk that was seen. */
  seen: string | null;
  open: boolean;
  dark: boolean;
  /** Whether it fills a phone's screen. */
  fills: boolean;
};

export const BEGINNING: MessengerState = {
  line: 'connecting',
  begun: false,
  problem: null,
  messages: [],
  unsent: [],
  hasEarlier: false,
  loadingEarlier: false,
  asks: false,
  refusedAnswers: {},
  answering: null,
  seen: null,
  open: false,
  dark: false,
  fills: false,
};

/** How many answers came since the visitor looked. */
export function unreadOf({ messages, seen }: MessengerState): number {
  const at = messages.findIndex(({ id }) => id === seen);
  return messages.slice(at + 1).filter(({ from }) => from === 'desk').length;
}

/** The messages with one more, each once, in the order in which the desk has them. */
export function withMessage(
  messages: readonly VisitorMessage[],
  message: VisitorMessage,
): VisitorMessage[] {
  if (messages.some(({ id }) => id === message.id)) return [...messages];
  const after = messages.findLastIndex(({ at }) => at <= message.at);
  return messages.toSpliced(after + 1, 0, message);
}
