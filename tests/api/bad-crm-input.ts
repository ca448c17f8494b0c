import { type BadInput, badBodies, badPaths } from './bad-input';

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
const field = (path: string, attribute: string) => ({ path, attribute });

/** Connections that do not fit, and the field each is wrong for. */
const CONNECTIONS: readonly (readonly [what: string, changes: object, field: string])[] = [
  ['a URL of another kind', { url: 'ftp://crm.example/' }, 'url'],
  ['a URL with a password', { url: 'https://ada:secret@crm.example/' }, 'url'],
  ['no URL', { url: '' }, 'url'],
  ['a URL without its host', { url: '/lookup' }, 'url'],
  ['an unknown attribute for a key', { keyAttribute: 'nothing' }, 'keyAttribute'],
  ['an attribute of the prototype for a key', { keyAttribute: 'constructor' }, 'keyAttribute'],
  ['a path that is none for the version', { versionPath: 'a..b' }, 'versionPath'],
  ['an empty path for the version', { versionPath: '' }, 'versionPath'],
  ['a path that is none', { fields: [field('a[', 'loyalty_status')] }, 'fields.0.path'],
  ['a path to a prototype', { fields: [field('__proto__', 'loyalty_status')] }, 'fields.0.path'],
  ['an unknown attribute', { fields: [field('a', 'nothing')] }, 'fields.0.attribute'],
  ['what only agents write', { fields: [field('a', 'vip')] }, 'fields.0.attribute'],
  ['what the channel writes', { fields: [field('a', 'page_url')] }, 'fields.0.attribute'],
  [
    'an attribute twice',
    { fields: [field('a', 'loyalty_status'), field('b', 'loyalty_status')] },
    'fields.1.attribute',
  ],
  ['51 fields', { fields: Array(51).fill(field('a', 'loyalty_status')) }, 'fields'],
  ['a push without a key', { push: { keyPath: '', recordPath: null } }, 'push.keyPath'],
  [
    'a push with a path that is none',
    { push: { keyPath: 'id', recordPath: 'a[' } },
    'push.recordPath',
  ],
  ['an unknown channel', { channels: ['nowhere'] }, 'channels'],
  ['no time at all', { timeoutMs: 0 }, 'timeoutMs'],
  ['half a minute to answer', { timeoutMs: 30_001 }, 'timeoutMs'],
  ['half a millisecond', { timeoutMs: 100.5 }, 'timeoutMs'],
  ['freshness below nothing', { freshMinutes: -1 }, 'freshMinutes'],
  ['freshness for more than a month', { freshMinutes: 43_201 }, 'freshMinutes'],
];

/** The CRM connection and what asks it. */
export const BAD_CRM_INPUT: readonly BadInput[] = [
  ...badBodies('PUT', '/crm', [
    ['nothing', {}, 'enabled'],
    ['an unknown field', { ...CRM, secret: 'x' }, 'secret'],
    ['half a revision', { ...CRM, expect: 1.5 }, 'expect'],
    ...CONNECTIONS.map(([what, changes, wrong]) => [what, { ...CRM, ...changes }, wrong] as const),
  ]),
  ...badBodies('POST', '/crm/try', [
    ['nothing', {}, 'enabled'],
    ['no contact', { ...CRM, channel: 'api' }, 'externalId'],
    [
      'a URL of another kind',
      { ...CRM, url: 'file:///etc/passwd', channel: 'api', externalId: 'ann' },
      'url',
    ],
  ]),
  ...badPaths('POST', [
    ['/crm/try', 404, 'channel', { ...CRM, channel: 'nowhere', externalId: 'ann' }],
    ['/conversations/nothing/lookup', 404],
  ]),
  ...badPaths('DELETE', [['/crm/secrets/nothing', 404]]),
];
