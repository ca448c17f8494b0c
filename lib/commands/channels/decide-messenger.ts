import type { Attributes } from '@/lib/attributes/attribute';
import { mayFill } from '@/lib/attributes/may-write';
import { checkedName, checkedText } from '@/lib/desk/checks';
import { invalid } from '@/lib/desk/errors';
import type { Messenger, PreChatField } from '@/lib/desk/facts';

const MAX_ORIGINS = 50;
const MAX_PRE_CHAT = 10;
const MAX_GREETING_LENGTH = 500;
const COLOUR = /^#[0-9a-f]{6}$/;

/** The messenger with what is given of it. Throws `invalid` with the field. */
export function decideMessenger(
  before: Messenger,
  given: Partial<Messenger>,
  attributes: Attributes,
): Messenger {
  const { title, greeting, accent, side, origins, preChat } = { ...before, ...given };
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
