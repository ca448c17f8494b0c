import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { ConversationDetail, QueueEntry } from '@/lib/desk/wire';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { Visitor } from './visitor';

/** How long these desks wait for who has left. */
export const LEFT_AFTER_MS = 300;
export const PAGE = {
  url: 'https://shop.example/bikes',
  referrer: 'https://search.example/?q=bikes',
};

/** One desk with two messengers, `website` and `other`, and an agent Kim, for the tests of a file. */
export function messengerDesk() {
  let desk: RunningDesk;
  let kim: SignedIn;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    desk = await startDesk({ leftAfterMs: LEFT_AFTER_MS });
    kim = await desk.person('agent', 'Kim');
    for (const key of ['website', 'other'])
      await desk.call('POST', '/channels', { key, label: `The ${key}`, kind: 'messenger' });
  });
  afterEach(() => {
    for (const visitor of visitors) visitor.close();
    visitors = [];
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.errors).toEqual([]);
  });

  const detail = async (id: string) =>
    (await desk.call<ConversationDetail>('GET', `/conversations/${id}`)).body;

  return {
    get desk() {
      return desk;
    },
    get kim() {
      return kim;
    },
    /** A tab of a browser, closed after the test. */
    visitor(options?: ConstructorParameters<typeof Visitor>[1]): Visitor {
      const made = new Visitor(desk, options);
      visitors.push(made);
      return made;
    },
    /** A conversation as an agent sees it. */
    detail,
    /** The same of that whose last message has this text. */
    async conversationOf(text: string): Promise<ConversationDetail> {
      const { body } = await desk.call<{ entries: QueueEntry[] }>('GET', '/queue?limit=200');
      const row = body.entries.find(({ preview }) => preview === text);
      if (!row) throw new Error(`No conversation shows “${text}”`);
      return detail(row.conversationId);
    },
    /** Kim answers. */
    reply: (id: string, text: string) =>
      desk.call('POST', `/conversations/${id}/replies`, { text }, kim),
  };
}

/** What is known of the contact, by attribute key. */
export function valuesOf({ values }: Pick<ConversationDetail, 'values'>): Record<string, unknown> {
  return Object.fromEntries(values.map(({ attribute, value }) => [attribute, value]));
}
