import { isDeepStrictEqual } from 'node:util';
import type { Attributes } from '@/lib/attributes/attribute';
import { mayFill } from '@/lib/attributes/may-write';
import { checkedName, checkedText } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Messenger, PreChatField } from '@/lib/desk/facts';
import type { MessengerRow } from '@/lib/desk/store';

const MAX_ORIGINS = 50;
const MAX_PRE_CHAT = 10;
const MAX_GREETING_LENGTH = 500;
const COLOUR = /^#[0-9a-f]{6}$/;

export type MessengerInput = { channel: string; expect?: number } & Partial<Messenger>;

/**
 * Changes what is given of a channel's messenger. Throws `invalid` with the field, `not_found` for
 * a channel that has none, and `conflict` for a save since the revision `expect`.
 */
export async function saveMessenger({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: MessengerInput;
}): Promise<MessengerRow> {
  authorise(ctx.caller, 'changeSettings');
  const { memory, store } = ctx.desk;
  return decide(ctx, 'saveMessenger', async () => {
    const expectCatalogue = catalogueAsInMemory(memory);
    const row = await store.messenger(input.channel);
    if (!row) throw notFound('This channel has no messenger.', 'channel');
    const { revision, ...before } = row;
    if (input.expect !== undefined && input.expect !== revision)
      throw conflict('Somebody has saved this messenger meanwhile.');
    const after = edited(before, input, memory.attributes);
    return {
      expect: [expectCatalogue, { kind: 'messenger', id: before.channel, revision }],
      entries: isDeepStrictEqual(before, after)
        ? []
        : [{ kind: 'messenger.saved', body: { before, after } }],
      answer: ([saved]) => ({ ...after, revision: saved?.revision ?? revision }),
    };
  });
}

function edited(before: Messenger, input: MessengerInput, attributes: Attributes): Messenger {
  const { title, greeting, accent, side, origins, preChat } = { ...before, ...input };
  const colour = accent.toLowerCase();
  if (!COLOUR.test(colour)) throw invalid('Give a colour such as #1f6feb.', 'accent');
  if (origins.length > MAX_ORIGINS)
    throw invalid(`A messenger is on at most ${MAX_ORIGINS} sites.`, 'origins');
  const sites = origins.map((origin, at) => checkedOrigin(origin, `origins.${at}`));
  checkPreChat(preChat, attributes);
  return {
    channel: before.channel,
    origins: [...new Set(sites)],
    title: checkedName(title, 'title'),
    greeting: checkedText(greeting, 'greeting', MAX_GREETING_LENGTH),
    accent: colour,
    side,
    preChat,
  };
}

/** The origin of a site as browsers write it: no path, and https unless it is this machine. */
function checkedOrigin(text: string, field: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search;
  if (!isPlain || url.username || url.hash || url.hostname.includes('*'))
    throw invalid(
      'Give the address of a site without a path, such as https://shop.example.',
      field,
    );
  return url.origin;
}

function checkPreChat(fields: readonly PreChatField[], attributes: Attributes): void {
  if (fields.length > MAX_PRE_CHAT)
    throw invalid(`Ask for at most ${MAX_PRE_CHAT} things.`, 'preChat');
  const asked = new Set<string>();
  for (const [at, { attribute: key }] of fields.entries()) {
    const attribute = attributes.get(key);
    const field = `preChat.${at}.attribute`;
    if (!attribute) throw invalid(`There is no attribute ${key}.`, field);
    if (!mayFill(attribute, 'channel'))
      throw invalid(`${attribute.label} is not for a channel to fill.`, field);
    if (asked.has(key)) throw invalid(`${attribute.label} is asked for twice.`, field);
    asked.add(key);
  }
}
