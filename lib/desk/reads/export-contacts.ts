import { setImmediate } from 'node:timers/promises';
import { type ContactFilter, compileFilter } from '../contact-filter';
import { authorise, type Ctx } from '../context';
import { EXTERNAL_ID } from '../csv-cells';
import type { Contact } from '../facts';
import type { Memory } from '../memory';
import { scanContacts } from '../scan-contacts';
import { attributesInOrder } from './catalogue';
import { channelOf, MOST_SEARCHED } from './contacts';

/** A table of texts: the names of its columns, and its rows in parts, as they are read. */
export type Table = { header: string[]; parts: AsyncGenerator<string[][]> };

/**
 * The contacts that a filter holds, the oldest first, or the best of a search, as a table: external
 * id, channel, then each enabled attribute in the order of the catalogue. Throws `invalid` for a
 * filter that does not fit, `forbidden`.
 */
export function exportContacts(
  ctx: Ctx,
  { filter, query }: { filter: ContactFilter; query?: string },
  signal?: AbortSignal,
): Table {
  authorise(ctx.caller, 'exportContacts');
  const { memory } = ctx.desk;
  const { holds } = compileFilter(memory, filter);
  const keys = attributesInOrder(memory)
    .filter(({ enabled }) => enabled)
    .map(({ key }) => key);
  const contacts = query === undefined ? everybody(ctx, memory) : searched(ctx, query, signal);
  const parts = (async function* () {
    for await (const page of contacts)
      yield page
        .filter(({ values }) => holds(new Map(Object.entries(values))))
        .map((contact) => cellsOf(contact, keys));
  })();
  return { header: [EXTERNAL_ID, 'channel', ...keys], parts };
}

async function* everybody(ctx: Ctx, memory: Memory): AsyncGenerator<Contact[]> {
  const { store } = ctx.desk;
  let page: Contact[] = [];
  const scan = scanContacts<{ contactId: string; contact: Contact }>(
    ctx,
    [...memory.attributes.keys()],
    ({ contact }) => page.push(contact),
    async (afterId, limit) =>
      (await store.contactsAfter(afterId ?? '', limit)).map((contact) => ({
        contactId: contact.id,
        contact,
      })),
  );
  for await (const _ of scan) {
    yield page;
    page = [];
    await setImmediate();
  }
}

async function* searched(
  { desk: { store } }: Ctx,
  query: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Contact[]> {
  const asked = { query, kind: 'contact' as const, offset: 0, limit: MOST_SEARCHED };
  const { hits } = await store.search(asked, signal);
  yield hits.map(({ contact }) => contact);
}

function cellsOf(contact: Contact, keys: readonly string[]): string[] {
  const values = new Map(Object.entries(contact.values));
  const cells = keys.map((key) => {
    const value = values.get(key)?.value;
    if (value === undefined) return '';
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  });
  return [contact.externalId, channelOf(contact), ...cells];
}
