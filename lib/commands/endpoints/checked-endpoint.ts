import { checkedName } from '@/lib/desk/checks';
import { type Endpoint, EVENT_KINDS, type EventKind } from '@/lib/desk/endpoint';
import { invalid } from '@/lib/desk/errors';

/** What is said of an endpoint, or of what is to change of it. */
export type EndpointInput = {
  name?: string;
  url?: string;
  events?: readonly EventKind[];
  enabled?: boolean;
};

const MAX_URL_LENGTH = 2_000;

/** The endpoint with what is said of it. Throws `invalid` with the field. */
export function checkedEndpoint(endpoint: Endpoint, input: EndpointInput): Endpoint {
  const after = { ...endpoint, enabled: input.enabled ?? endpoint.enabled };
  if (input.name !== undefined) after.name = checkedName(input.name, 'name');
  if (input.url !== undefined) after.url = checkedUrl(input.url);
  const chosen = new Set(input.events ?? endpoint.events);
  after.events = EVENT_KINDS.filter((kind) => chosen.has(kind));
  if (after.channel === null && after.events.length === 0)
    throw invalid('Choose at least one event.', 'events');
  if (after.channel !== null && after.events.length > 0)
    throw invalid('A channel’s endpoint gets its replies and nothing else.', 'events');
  return after;
}

/** An endpoint without what its row says besides. */
export function plainEndpoint({ id, name, url, channel, events, enabled }: Endpoint): Endpoint {
  return { id, name, url, channel, events, enabled };
}

/** Where it leads is looked at when it is called: the address of a name can change. */
function checkedUrl(text: string): string {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed) || trimmed.length > MAX_URL_LENGTH)
    throw invalid('This must be a web address.', 'url');
  const { protocol, username, password } = new URL(trimmed);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw invalid('A web address begins with https:// or http://.', 'url');
  if (username !== '' || password !== '')
    throw invalid('The address may not hold a user name or a password.', 'url');
  return trimmed;
}
