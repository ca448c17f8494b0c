/** Who calls: the three roles, the three scopes of a token, and nobody. */
export const CALLERS = [
  'agent',
  'supervisor',
  'admin',
  'read token',
  'ingest token',
  'admin token',
  'nobody',
] as const;
export type CallerKind = (typeof CALLERS)[number];

export type Endpoint = {
  /** As the OpenAPI document writes it. */
  route: string;
  /** The path to call; `mark` differs from caller to caller, so that none meets what another made. */
  path: (mark: string) => string;
  /** A body that fits. */
  body?: (mark: string, caller: CallerKind) => Record<string, unknown>;
  /** Who may; all others are refused. */
  allowed: readonly CallerKind[];
  /** What they are answered, on a desk without conversations. */
  answer: number;
};

const EVERYBODY = CALLERS;
const KNOWN: CallerKind[] = CALLERS.filter((caller) => caller !== 'nobody');
const PEOPLE: CallerKind[] = ['agent', 'supervisor', 'admin'];
const SEERS: CallerKind[] = [...PEOPLE, 'read token', 'admin token'];
const WORKERS: CallerKind[] = [...PEOPLE, 'admin token'];
const WRITERS: CallerKind[] = [...PEOPLE, 'ingest token', 'admin token'];
const BRINGERS: CallerKind[] = ['ingest token', 'admin token'];
const READERS: CallerKind[] = ['supervisor', 'admin', 'read token', 'admin token'];
const SHARERS: CallerKind[] = ['supervisor', 'admin', 'admin token'];
const WRITERS_OF_REPLIES: CallerKind[] = ['supervisor', 'admin', 'admin token'];
const ADMINS: CallerKind[] = ['admin', 'admin token'];

const CONDITIONS = [{ attribute: 'country', operator: 'eq', operand: 'Belgium' }];
const MAPPING = {
  externalId: 'user.id',
  name: null,
  text: 'text',
  messageId: null,
  sentAt: null,
  attributes: [],
};
const CRM = {
  enabled: false,
  url: 'https://crm.example/lookup',
  keyAttribute: null,
  versionPath: null,
  fields: [{ path: 'tier', attribute: 'loyalty_status' }],
  push: null,
  channels: ['api'],
  timeoutMs: 1_000,
  freshMinutes: 60,
};
const NOWHERE = '019a0000-0000-7000-8000-000000000000';

function endpoint(
  route: string,
  allowed: readonly CallerKind[],
  answer: number,
  more: Partial<Pick<Endpoint, 'path' | 'body'>> = {},
): Endpoint {
  const plain = (route.split(' ')[1] ?? '').replace(/\{\w+\}/, NOWHERE);
  return { route, allowed, answer, path: () => plain, ...more };
}

/** Every route of the API, and the table of who may do what. */
export const ENDPOINTS: readonly Endpoint[] = [
  endpoint('POST /setup', EVERYBODY, 409, {
    body: () => ({
      token: 'x',
      name: 'Eve',
      email: 'eve@desk.example',
      password: 'a long password',
    }),
  }),
  endpoint('POST /join', EVERYBODY, 404, {
    body: () => ({ token: 'x', password: 'a long password' }),
  }),
  endpoint('GET /me', KNOWN, 200),
  endpoint('GET /catalogue', SEERS, 200),
  endpoint('GET /queue', SEERS, 200),
  endpoint('POST /queue/take', PEOPLE, 404, { body: () => ({ filter: { status: 'new' } }) }),
  endpoint('GET /load', READERS, 200),
  endpoint('GET /conversations', SEERS, 200, { path: () => '/conversations?status=resolved' }),
  endpoint('POST /conversations/bulk', WORKERS, 200, {
    body: () => ({ filter: { status: 'pending' }, act: 'resolve' }),
  }),
  endpoint('GET /search', SEERS, 200, { path: () => '/search?q=hello' }),
  endpoint('POST /conversations/bulk/undo', WORKERS, 404, { body: () => ({ bulkId: NOWHERE }) }),
  endpoint('GET /conversations/{id}', SEERS, 404),
  endpoint('GET /conversations/{id}/messages', SEERS, 404, {
    path: () => `/conversations/${NOWHERE}/messages?before=${NOWHERE}`,
  }),
  endpoint('GET /conversations/{id}/messages/{messageId}', SEERS, 404, {
    path: () => `/conversations/${NOWHERE}/messages/${NOWHERE}`,
  }),
  endpoint('POST /conversations/{id}/claim', PEOPLE, 404, { body: () => ({}) }),
  endpoint('POST /conversations/{id}/skip', PEOPLE, 404, { body: () => ({ reason: 'Busy' }) }),
  endpoint('POST /conversations/{id}/release', WORKERS, 404, { body: () => ({}) }),
  endpoint('POST /conversations/{id}/assign', WORKERS, 404, { body: () => ({ personId: null }) }),
  endpoint('POST /conversations/{id}/replies', WORKERS, 404, { body: () => ({ text: 'Hello' }) }),
  endpoint('POST /conversations/{id}/notes', WORKERS, 404, { body: () => ({ text: 'Hello' }) }),
  endpoint('POST /conversations/{id}/boomerang', WORKERS, 404, {
    body: () => ({ returnsAt: new Date(Date.now() + 3_600_000).toISOString() }),
  }),
  endpoint('POST /conversations/{id}/status', WORKERS, 404, {
    body: () => ({ status: 'pending' }),
  }),
  endpoint('POST /conversations/{id}/undo', WORKERS, 404, { body: () => ({}) }),
  endpoint('PATCH /conversations/{id}/attributes', WORKERS, 404, {
    body: () => ({ values: { vip: true } }),
  }),
  // Without a name and bytes: what it does with them is in attachments-contract.test.ts.
  endpoint('POST /attachments', WORKERS, 400, { path: () => '/attachments?name=a.txt' }),
  endpoint('GET /attachments/{id}', SEERS, 404),
  endpoint('GET /unread', PEOPLE, 200),
  endpoint('PUT /conversations/{id}/seen', PEOPLE, 404, { body: () => ({ revision: 1 }) }),
  endpoint('GET /drafts', PEOPLE, 200),
  endpoint('GET /conversations/{id}/draft', PEOPLE, 404),
  endpoint('PUT /conversations/{id}/draft', PEOPLE, 404, {
    body: () => ({ mode: 'reply', reply: 'Hello', note: '' }),
  }),
  endpoint('DELETE /conversations/{id}/draft', PEOPLE, 404),
  endpoint('PUT /contacts/{externalId}', WRITERS, 201, {
    path: (mark) => `/contacts/new-${mark}`,
    body: (mark) => ({ values: { name: mark } }),
  }),
  endpoint('POST /contacts/find', SEERS, 200, { body: () => ({}) }),
  endpoint('GET /contacts/by-id/{id}', SEERS, 404),
  endpoint('GET /contacts/by-id/{id}/history', SEERS, 404),
  endpoint('PATCH /contacts/by-id/{id}/attributes', WORKERS, 404, {
    body: () => ({ values: { vip: true } }),
  }),
  endpoint('GET /contacts/by-id/{id}/belongings', ADMINS, 404),
  endpoint('POST /contacts/by-id/{id}/forget', ADMINS, 404, { body: () => ({ name: 'Ann' }) }),
  endpoint('POST /contacts/by-id/{id}/undo', WORKERS, 400, { body: () => ({ revision: 1 }) }),
  endpoint('GET /contacts/export', SHARERS, 200),
  // Without a file, which is not JSON: what they do is in import-contract.test.ts.
  endpoint('POST /contacts/import', SHARERS, 400, {
    path: () => '/contacts/import?columns=external_id',
  }),
  endpoint('POST /contacts/import/look', SHARERS, 400),
  endpoint('POST /contacts/import/undo', SHARERS, 404, { body: () => ({ importId: NOWHERE }) }),
  // Without rows, which are not JSON: what they do is in bulk-contract.test.ts.
  endpoint('POST /contacts/bulk', WRITERS, 400),
  endpoint('PATCH /contacts/{externalId}/attributes', WRITERS, 404, {
    body: (_, caller) => ({
      as: caller === 'ingest token' ? 'crm' : 'agent',
      values: { name: 'Ann' },
    }),
  }),
  endpoint('POST /channels/{key}/messages', BRINGERS, 201, {
    path: () => '/channels/api/messages',
    body: (mark) => ({
      contact: { externalId: `writer-${mark}` },
      text: 'Hello',
      externalMessageId: mark,
    }),
  }),
  endpoint('GET /attributes', READERS, 200),
  endpoint('POST /attributes', ADMINS, 201, {
    body: (mark) => ({ key: `a_${mark}`, label: mark, format: 'text', manager: 'agent' }),
  }),
  endpoint('PUT /attributes/order', ADMINS, 400, { body: () => ({ keys: ['vip'] }) }),
  endpoint('PATCH /attributes/{key}', ADMINS, 404, { body: () => ({ label: 'Other' }) }),
  endpoint('DELETE /attributes/{key}', ADMINS, 404),
  endpoint('GET /attributes/{key}/dependents', READERS, 404),
  endpoint('GET /attributes/{key}/coverage', READERS, 404),
  endpoint('POST /attributes/{key}/preview', READERS, 404, { body: () => ({ enabled: false }) }),
  endpoint('GET /segments', READERS, 200),
  endpoint('POST /segments', ADMINS, 201, {
    body: (mark) => ({ name: mark, join: 'all', conditions: CONDITIONS }),
  }),
  endpoint('POST /segments/preview', READERS, 200, {
    body: () => ({ join: 'all', conditions: CONDITIONS }),
  }),
  endpoint('POST /segments/count', READERS, 200, {
    body: () => ({ join: 'all', conditions: CONDITIONS }),
  }),
  endpoint('PATCH /segments/{id}', ADMINS, 404, { body: () => ({ name: 'Other' }) }),
  endpoint('DELETE /segments/{id}', ADMINS, 404),
  endpoint('GET /prioritization', READERS, 200),
  endpoint('PUT /prioritization', ADMINS, 200, { body: () => ({ segmentIds: ['vip'] }) }),
  endpoint('PUT /prioritization/{segmentId}', ADMINS, 404),
  endpoint('DELETE /prioritization/{segmentId}', ADMINS, 404),
  endpoint('GET /canned-replies', SEERS, 200),
  endpoint('POST /canned-replies', WRITERS_OF_REPLIES, 201, {
    body: (mark) => ({ title: mark, text: 'Hello {{name|there}}' }),
  }),
  endpoint('PATCH /canned-replies/{id}', WRITERS_OF_REPLIES, 404, {
    body: () => ({ title: 'Other' }),
  }),
  endpoint('DELETE /canned-replies/{id}', WRITERS_OF_REPLIES, 404),
  endpoint('GET /views', SEERS, 200),
  // Their own; who may change shared ones is in saved-views-contract.test.ts.
  endpoint('POST /views', PEOPLE, 201, { body: (mark) => ({ name: mark }) }),
  endpoint('PUT /views/order', SHARERS, 400, {
    body: () => ({ shared: true, ids: [NOWHERE] }),
  }),
  endpoint('PATCH /views/{id}', SEERS, 404, { body: () => ({ name: 'Other' }) }),
  endpoint('DELETE /views/{id}', SEERS, 404),
  // Signed by nobody: what comes in signed is in tests/crm/pushes.test.ts.
  endpoint('POST /crm/webhook', EVERYBODY, 401),
  endpoint('GET /crm', READERS, 200),
  endpoint('PUT /crm', ADMINS, 200, { body: () => CRM }),
  endpoint('POST /crm/try', ADMINS, 404, {
    body: () => ({ ...CRM, channel: 'nowhere', externalId: 'ann' }),
  }),
  endpoint('POST /crm/secrets', ADMINS, 201, { body: () => ({}) }),
  endpoint('DELETE /crm/secrets/{id}', ADMINS, 404),
  endpoint('POST /conversations/{id}/lookup', WORKERS, 404),
  endpoint('GET /configuration', READERS, 200),
  endpoint('POST /configuration/preview', READERS, 200, { body: () => ({ version: 1 }) }),
  endpoint('PUT /configuration', ADMINS, 200, { body: () => ({ version: 1 }) }),
  endpoint('GET /settings', READERS, 200),
  endpoint('PATCH /settings', ADMINS, 200, { body: () => ({ timeZone: 'Europe/Brussels' }) }),
  endpoint('GET /channels', READERS, 200),
  endpoint('POST /channels', ADMINS, 201, { body: (mark) => ({ key: `c_${mark}`, label: mark }) }),
  endpoint('GET /channels/{key}/messenger', READERS, 404),
  endpoint('PATCH /channels/{key}/messenger', ADMINS, 404, { body: () => ({ title: 'Other' }) }),
  endpoint('GET /channels/{key}/secrets', READERS, 404),
  endpoint('POST /channels/{key}/secrets', ADMINS, 404, { body: () => ({}) }),
  endpoint('DELETE /channels/{key}/secrets/{id}', ADMINS, 404, {
    path: () => `/channels/${NOWHERE}/secrets/${NOWHERE}`,
  }),
  // Signed by nobody: what comes in signed is in webhook-channel-contract.test.ts.
  endpoint('POST /channels/{key}/webhook', EVERYBODY, 404),
  endpoint('GET /channels/{key}/webhook', READERS, 404),
  endpoint('PUT /channels/{key}/webhook/mapping', ADMINS, 404, {
    body: () => MAPPING,
  }),
  endpoint('GET /webhooks', READERS, 200),
  endpoint('POST /webhooks', ADMINS, 201, {
    body: (mark) => ({ name: mark, url: 'http://127.0.0.1:9/', events: ['conversation.opened'] }),
  }),
  endpoint('GET /webhooks/{id}', READERS, 404),
  endpoint('PATCH /webhooks/{id}', ADMINS, 404, { body: () => ({ name: 'Other' }) }),
  endpoint('DELETE /webhooks/{id}', ADMINS, 404),
  endpoint('GET /webhooks/{id}/deliveries', READERS, 404),
  endpoint('POST /webhooks/{id}/redeliver', ADMINS, 404, { body: () => ({}) }),
  endpoint('POST /webhooks/{id}/deliveries/{deliveryId}/redeliver', ADMINS, 404, {
    path: () => `/webhooks/${NOWHERE}/deliveries/1/redeliver`,
    body: () => ({}),
  }),
  endpoint('GET /webhooks/{id}/secrets', READERS, 404),
  endpoint('POST /webhooks/{id}/secrets', ADMINS, 404, { body: () => ({}) }),
  endpoint('DELETE /webhooks/{id}/secrets/{secretId}', ADMINS, 404, {
    path: () => `/webhooks/${NOWHERE}/secrets/${NOWHERE}`,
  }),
  endpoint('GET /tokens', ADMINS, 200),
  endpoint('POST /tokens', ADMINS, 201, { body: (mark) => ({ name: mark, scope: 'read' }) }),
  endpoint('DELETE /tokens/{id}', ADMINS, 404),
  endpoint('GET /journal', READERS, 200),
  endpoint('GET /people', READERS, 200),
  endpoint('POST /people', ADMINS, 201, {
    body: (mark) => ({ name: mark, email: `${mark}@desk.example`, role: 'agent' }),
  }),
  endpoint('PATCH /people/{id}', ADMINS, 404, { body: () => ({ name: 'Other' }) }),
  endpoint('POST /people/{id}/invitations', ADMINS, 404),
];

/** The method of a route. */
export function methodOf({ route }: Endpoint): string {
  return route.split(' ')[0] ?? '';
}
