import { type BadInput, badBodies, badPaths } from './bad-input';

const LONG = 'x'.repeat(81);
const condition = { attribute: 'country', operator: 'eq', operand: 'Belgium' };
const segment = { name: 'Belgians', conditions: [condition] };
const attribute = { key: 'plan', label: 'Plan', format: 'text', manager: 'crm' };
const mapping = {
  externalId: 'id',
  name: null,
  text: 'text',
  messageId: null,
  sentAt: null,
  attributes: [],
};
const crm = {
  url: 'https://crm.example/lookup',
  keyAttribute: null,
  versionPath: null,
  fields: [],
  push: null,
  channels: ['api'],
  timeoutMs: 1_000,
  freshMinutes: 60,
};

/** A document with these parts. */
const rows: readonly (readonly [what: string, parts: object, field: string])[] = [
  ['no version', { version: undefined }, 'version'],
  ['another version', { version: 2 }, 'version'],
  ['a version in words', { version: '1' }, 'version'],
  ['a secret', { secrets: [] }, 'secrets'],
  ['people', { people: [{ name: 'Ann' }] }, 'people'],
  ['a part that is no list', { attributes: { vip: {} } }, 'attributes'],
  ['a part that is null', { segments: null }, 'segments'],
  ['a city that is none', { settings: { timeZone: 'Mars/Base' } }, 'settings.timeZone'],
  ['no hours at all', { settings: { autoResolveAfterHours: 0 } }, 'settings.autoResolveAfterHours'],
  ['an unknown setting', { settings: { secret: 'x' } }, 'settings.secret'],

  ['another format', { attributes: [{ key: 'vip', format: 'text' }] }, 'attributes.0.format'],
  ['another manager', { attributes: [{ key: 'vip', manager: 'crm' }] }, 'attributes.0.manager'],
  [
    'an unheard-of format',
    { attributes: [{ ...attribute, format: 'json' }] },
    'attributes.0.format',
  ],
  ['a new attribute that is half said', { attributes: [{ key: 'plan' }] }, 'attributes.0.label'],
  ['a key in capitals', { attributes: [{ ...attribute, key: 'VIP' }] }, 'attributes.0.key'],
  [
    'a key of the prototype',
    { attributes: [{ ...attribute, key: '__proto__' }] },
    'attributes.0.key',
  ],
  ['an attribute twice', { attributes: [{ key: 'vip' }, { key: 'vip' }] }, 'attributes.1.key'],
  ['a label of 81 characters', { attributes: [{ key: 'vip', label: LONG }] }, 'attributes.0.label'],
  ['a blank label', { attributes: [{ key: 'vip', label: ' ' }] }, 'attributes.0.label'],
  ['an attribute without a key', { attributes: [{ label: 'Plan' }] }, 'attributes.0.key'],
  ['an attribute’s id', { attributes: [{ key: 'vip', id: '5' }] }, 'attributes.0.id'],

  ['another kind', { channels: [{ key: 'website', kind: 'webhook' }] }, 'channels.0.kind'],
  ['another label of a channel', { channels: [{ key: 'api', label: 'Mail' }] }, 'channels.0.label'],
  ['a channel without a kind', { channels: [{ key: 'mail', label: 'Mail' }] }, 'channels.0.kind'],
  ['a channel twice', { channels: [{ key: 'api' }, { key: 'api' }] }, 'channels.1.key'],
  [
    'a key of a channel that is none',
    { channels: [{ key: '../api', label: 'Up', kind: 'api' }] },
    'channels.0.key',
  ],
  ['a messenger elsewhere', { channels: [{ key: 'api', messenger: {} }] }, 'channels.0.messenger'],
  [
    'webhooks elsewhere',
    { channels: [{ key: 'website', webhook: mapping }] },
    'channels.0.webhook',
  ],
  [
    'a site that runs code',
    { channels: [{ key: 'website', messenger: { origins: ['javascript:alert(1)'] } }] },
    'channels.0.messenger.origins.0',
  ],
  [
    'a colour with code in it',
    { channels: [{ key: 'website', messenger: { accent: 'red;}' } }] },
    'channels.0.messenger.accent',
  ],
  [
    'a path that is none',
    {
      channels: [
        { key: 'hook', label: 'Hook', kind: 'webhook', webhook: { ...mapping, text: 'a..b' } },
      ],
    },
    'channels.0.webhook.text',
  ],

  ['another VIP', { segments: [{ ...segment, name: 'vip' }] }, 'segments.0'],
  ['a segment without a name', { segments: [{ conditions: [condition] }] }, 'segments.0.name'],
  ['a new segment without conditions', { segments: [{ name: 'New' }] }, 'segments.0.conditions'],
  [
    'a segment of no conditions',
    { segments: [{ ...segment, conditions: [] }] },
    'segments.0.conditions',
  ],
  [
    'names that are one',
    { segments: [segment, { ...segment, name: 'BELGIANS ' }] },
    'segments.1.name',
  ],
  [
    'an attribute that is nowhere',
    { segments: [{ ...segment, conditions: [condition, { ...condition, attribute: 'no' }] }] },
    'segments.0.conditions.1.attribute',
  ],
  [
    'an operator that is not offered',
    { segments: [{ ...segment, conditions: [{ ...condition, operator: 'gt' }] }] },
    'segments.0.conditions.0.operator',
  ],
  [
    '21 conditions',
    { segments: [{ ...segment, conditions: Array.from({ length: 21 }, () => condition) }] },
    'segments.0.conditions',
  ],
  [
    '10,001 segments',
    { segments: Array.from({ length: 10_001 }, (_, n) => ({ ...segment, name: `${n}` })) },
    'segments',
  ],
  [
    'one segment more than a desk has',
    { segments: Array.from({ length: 10_000 }, (_, n) => ({ ...segment, name: `${n}` })) },
    'segments.9999',
  ],

  ['a segment that is nowhere', { prioritization: ['VIP', 'No'] }, 'prioritization.1'],
  ['a segment of the prototype', { prioritization: ['constructor'] }, 'prioritization.0'],
  ['a segment twice', { prioritization: ['VIP', 'vip'] }, 'prioritization.1'],

  ['a reply without a text', { cannedReplies: [{ title: 'Hi' }] }, 'cannedReplies.0.text'],
  [
    'a placeholder of nothing',
    { cannedReplies: [{ title: 'Hi', text: '{{no}}' }] },
    'cannedReplies.0.text',
  ],
  [
    'a reply twice',
    { cannedReplies: ['Hi', 'hi'].map((title) => ({ title, text: 'Hi' })) },
    'cannedReplies.1.title',
  ],
  [
    '501 replies',
    { cannedReplies: Array.from({ length: 501 }, (_, n) => ({ title: `${n}`, text: 'Hi' })) },
    'cannedReplies',
  ],

  [
    'a view of an unknown segment',
    { sharedViews: [{ name: 'A', filter: { segments: ['No'] } }] },
    'sharedViews.0.filter.segments.0',
  ],
  [
    'a view of an unknown channel',
    { sharedViews: [{ name: 'A', filter: { channel: 'no' } }] },
    'sharedViews.0.filter.channel',
  ],
  [
    'a view of a person',
    { sharedViews: [{ name: 'A', filter: { owner: 'ann' } }] },
    'sharedViews.0.filter.owner',
  ],
  [
    'a column that is none',
    { sharedViews: [{ name: 'A', columns: ['x'] }] },
    'sharedViews.0.columns.0',
  ],
  [
    'a column twice',
    { sharedViews: [{ name: 'A', columns: ['owner', 'owner'] }] },
    'sharedViews.0.columns',
  ],

  ['a CRM that is asked', { crm: { ...crm, enabled: true } }, 'crm.enabled'],
  ['a CRM with a password', { crm: { ...crm, url: 'https://a:b@crm.example' } }, 'crm.url'],
  ['a CRM on no channel', { crm: { ...crm, channels: ['no'] } }, 'crm.channels'],
  [
    'a CRM that fills what agents manage',
    { crm: { ...crm, fields: [{ path: 'vip', attribute: 'vip' }] } },
    'crm.fields.0.attribute',
  ],
];

const tables = rows.map(([what, parts, field]) => [what, { version: 1, ...parts }, field] as const);

/** Documents of a configuration; there is a messenger `website`, and nothing else of anybody's. */
export const BAD_CONFIGURATION_INPUT: readonly BadInput[] = [
  ...badBodies('PUT', '/configuration', tables),
  ...badBodies('POST', '/configuration/preview', tables),
  ...badPaths('PUT', [
    ['/configuration?expect=another', 409, 'expect', { version: 1 }],
    ['/configuration?except=another', 400, 'except', { version: 1 }],
  ]),
];
