import { expect, it } from 'vitest';
import { desktopBody, noticeOfArrivals, noticeOfUnread } from '@/components/notices/notice';
import { countedTitle } from '@/components/notices/page-marks';
import { type Situation, waysToTell } from '@/components/notices/ways-to-tell';
import type { ArrivalsCame, UnreadChanged } from '@/lib/realtime/protocol';

const unread: UnreadChanged = {
  conversationId: 'c1',
  owned: false,
  looked: false,
  messages: 1,
  firstMessageId: 'm1',
  mentioned: true,
  assigned: false,
  why: 'mention',
  name: 'Ann',
  by: 'Sam',
  text: '@Kim, yours?',
};

it.each<[string, Partial<UnreadChanged>, string, string]>([
  ['a mention', {}, 'Sam mentioned you', 'Ann: @Kim, yours?'],
  [
    'an assignment',
    { why: 'assignment', text: 'She knows you' },
    'Sam gave you a conversation',
    'Ann: She knows you',
  ],
  ['one without a word', { why: 'assignment', text: null }, 'Sam gave you a conversation', 'Ann'],
  ['a contact that is gone', { name: null, text: null }, 'Sam mentioned you', 'A conversation'],
])('%s is told with who and whom it is about, and leads to the conversation', (...row) => {
  const [, change, title, body] = row;
  const notice = noticeOfUnread({ ...unread, ...change });
  expect(notice).toMatchObject({ title, href: '/queue/c1' });
  expect(notice && desktopBody(notice, true)).toBe(body);
});

it.each<UnreadChanged['why']>(['message', 'seen', 'state'])('%s is only counted', (why) => {
  expect(noticeOfUnread({ ...unread, why })).toBeNull();
});

it('a desktop notice says at most 80 letters of what was written, and nothing where that is switched off', () => {
  const notice = noticeOfUnread({ ...unread, text: '🙂'.repeat(100) });
  expect(notice && desktopBody(notice, true)).toBe(`Ann: ${'🙂'.repeat(79)}…`);
  expect(notice && desktopBody(notice, false)).toBe('Ann');
});

const came = (names: string[], total = names.length): ArrivalsCame => ({
  total,
  arrivals: names.map((name) => ({
    conversationId: name.toLowerCase(),
    name,
    priority: 2,
    preview: 'Where is it?',
  })),
});

it.each<[string, ArrivalsCame, string, string, string]>([
  ['one', came(['Ann']), 'Priority 2 came in', 'Ann: Where is it?', '/queue/ann'],
  ['two', came(['Ann', 'Bob']), '2 conversations of priority came in', 'Ann, Bob', '/queue'],
  [
    'many',
    came(['Ann', 'Bob', 'Cleo'], 40),
    '40 conversations of priority came in',
    'Ann, Bob, Cleo and 37 more',
    '/queue',
  ],
])('arrivals of priority are told as one notice: %s', (_, message, title, body, href) => {
  const notice = noticeOfArrivals(message);
  expect(notice).toMatchObject({ title, href });
  expect(notice && desktopBody(notice, true)).toBe(body);
});

const elsewhere: Situation = {
  isVisible: true,
  isAttended: true,
  isOnScreen: false,
  mayDesktop: true,
  chosen: { sound: true, desktop: true },
};
const hidden = { isVisible: false, isAttended: false };

it.each<[string, Partial<Situation>, string[]]>([
  ['at another page of the desk', {}, ['sound', 'toast']],
  ['looking at it', { isOnScreen: true }, []],
  ['away from a page that shows it', { isOnScreen: true, isAttended: false }, ['sound', 'toast']],
  ['with the page hidden', hidden, ['desktop', 'sound']],
  ['where the browser allows no notices', { ...hidden, mayDesktop: false }, ['sound']],
  ['who wants it quiet', { ...hidden, chosen: { sound: false, desktop: true } }, ['desktop']],
  ['who wants to hear it only', { ...hidden, chosen: { sound: true, desktop: false } }, ['sound']],
  ['who wants neither', { ...hidden, chosen: { sound: false, desktop: false } }, []],
])('somebody %s is told in fitting ways', (_, change, expected) => {
  const ways = Object.entries(waysToTell({ ...elsewhere, ...change }));
  expect(ways.flatMap(([way, on]) => (on ? [way] : [])).sort()).toEqual(expected);
});

it.each([
  ['Queue · Frontrow', 3, '(3) Queue · Frontrow'],
  ['(3) Queue · Frontrow', 12, '(12) Queue · Frontrow'],
  ['(12) Queue · Frontrow', 0, 'Queue · Frontrow'],
])('the title “%s” with %i unread is “%s”', (title, count, expected) => {
  expect(countedTitle(title, count)).toBe(expected);
});
