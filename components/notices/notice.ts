import type { ArrivalsCame, UnreadChanged } from '@/lib/realtime/protocol';
import type { NoticeKind } from './kept-notices';

/** Something that one wants to hear of, in words. */
export type Notice = {
  kind: NoticeKind;
  /** Tells it from others, the same on all tabs that hear of it. */
  id: string;
  /** What it takes the place of, while that is still shown. */
  place: string;
  title: string;
  /** Whom it is about. */
  about: string;
  /** The beginning of what was written; null for nothing. */
  text: string | null;
  /** Where it leads. */
  href: string;
};

/** The notice of a mention or an assignment; null for what is only counted. */
export function noticeOfUnread(message: UnreadChanged): Notice | null {
  const { why, conversationId, text } = message;
  if (why !== 'mention' && why !== 'assignment') return null;
  const by = message.by ?? 'Somebody';
  const id = `${why}:${conversationId}`;
  return {
    kind: why,
    id,
    place: id,
    title: why === 'mention' ? `${by} mentioned you` : `${by} gave you a conversation`,
    about: message.name ?? 'A conversation',
    text,
    href: `/queue/${conversationId}`,
  };
}

/** The notice of conversations of priority that came to wait; null for none. */
export function noticeOfArrivals({ total, arrivals }: ArrivalsCame): Notice | null {
  const [first] = arrivals;
  if (!first) return null;
  const ids = arrivals.map(({ conversationId }) => conversationId).join();
  const common = { kind: 'arrival' as const, id: `arrival:${ids}`, place: 'arrival' };
  if (total === 1) {
    return {
      ...common,
      title: `Priority ${first.priority} came in`,
      about: first.name,
      text: first.preview === '' ? null : first.preview,
      href: `/queue/${first.conversationId}`,
    };
  }
  const names = arrivals.map(({ name }) => name).join(', ');
  const more = total - arrivals.length;
  return {
    ...common,
    title: `${total} conversations of priority came in`,
    about: more > 0 ? `${names} and ${more} more` : names,
    text: null,
    href: '/queue',
  };
}

const LONGEST_PREVIEW = 80;

/** What a desktop notice says below its title: whom it is about, and little or nothing of the text. */
export function desktopBody({ about, text }: Notice, preview: boolean): string {
  if (!preview || text === null) return about;
  const letters = Array.from(text);
  const short =
    letters.length > LONGEST_PREVIEW ? `${letters.slice(0, LONGEST_PREVIEW - 1).join('')}…` : text;
  return `${about}: ${short}`;
}
