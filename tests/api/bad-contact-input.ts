import { type BadInput, badBodies, badPaths } from './bad-input';

const LONG_ID = 'i'.repeat(201);
const message = { contact: { externalId: 'bob' }, text: 'Hello', externalMessageId: 'm-1' };

/** Values that do not fit, and the attribute each is wrong for. */
const VALUES: readonly (readonly [what: string, as: string, attribute: string, value: unknown])[] =
  [
    ['an unknown attribute', 'crm', 'nothing', 'x'],
    ['constructor', 'crm', 'constructor', 'x'],
    ['toString', 'crm', 'toString', null],
    ['a number for text', 'crm', 'loyalty_status', 5],
    ['an object for text', 'crm', 'loyalty_status', {}],
    ['a list for text', 'crm', 'loyalty_status', ['Gold']],
    ['text of 4,001 characters', 'crm', 'loyalty_status', 'x'.repeat(4_001)],
    ['"5" for a number', 'channel', 'twitter_followers', '5'],
    ['NaN for a number', 'channel', 'twitter_followers', 'NaN'],
    ['yes for a number', 'channel', 'twitter_followers', true],
    ['a list for a number', 'channel', 'twitter_followers', [5]],
    ['"yes" for yes/no', 'agent', 'vip', 'yes'],
    ['1 for yes/no', 'agent', 'vip', 1],
    ['an empty text for yes/no', 'agent', 'vip', ''],
    ['a day that does not exist', 'crm', 'customer_since', '2025-02-30'],
    ['a month that does not exist', 'crm', 'customer_since', '2025-13-01'],
    ['a time without its offset', 'crm', 'customer_since', '2025-02-03T10:00:00'],
    ['an empty date', 'crm', 'customer_since', ''],
    ['a number for a date', 'crm', 'customer_since', 20250203],
    ['American for a date', 'crm', 'customer_since', '02/03/2025'],
  ];

/** Contacts, their values and customers' messages. */
export const BAD_CONTACT_INPUT: readonly BadInput[] = [
  ...(['PATCH', 'PUT'] as const).flatMap((method) =>
    badBodies(
      method,
      method === 'PUT' ? '/contacts/not-made' : '/contacts/ann/attributes',
      VALUES.map(([what, as, attribute, value]) => [
        what,
        { as, values: { email: 'half@good.example', [attribute]: value } },
        `values.${attribute}`,
      ]),
    ),
  ),
  ...badBodies('PATCH', '/contacts/ann/attributes', [
    ['nothing', {}, 'as'],
    ['no values', { as: 'crm' }, 'values'],
    ['an empty set of values', { as: 'crm', values: {} }, 'values'],
    ['values as a list', { as: 'crm', values: ['x'] }, 'values'],
    ['values as null', { as: 'crm', values: null }, 'values'],
    ['an unknown source', { as: 'robot', values: { name: 'A' } }, 'as'],
    ['an unknown field', { as: 'crm', values: { name: 'A' }, force: true }, 'force'],
    ['a version below zero', { as: 'crm', values: { name: 'A' }, version: -1 }, 'version'],
    ['half a version', { as: 'crm', values: { name: 'A' }, version: 1.5 }, 'version'],
    ['a version in words', { as: 'crm', values: { name: 'A' }, version: 'latest' }, 'version'],
    ['a version of null', { as: 'crm', values: { name: 'A' }, version: null }, 'version'],
    [
      'a time without its offset for a version',
      { as: 'crm', values: { name: 'A' }, version: '2026-03-02T09:31:00' },
      'version',
    ],
    [
      'a version of what is written by hand',
      { as: 'agent', values: { name: 'A' }, version: 1 },
      'version',
    ],
  ]),
  ...badPaths('PATCH', [
    ['/contacts/nobody/attributes', 404, undefined, { as: 'agent', values: { name: 'A' } }],
    [
      '/contacts/ann/attributes',
      403,
      'values.loyalty_status',
      { as: 'agent', values: { loyalty_status: 'Gold' } },
    ],
    [`/contacts/${LONG_ID}/attributes`, 400, 'externalId', { as: 'agent', values: { name: 'A' } }],
  ]),
  ...badBodies('PUT', '/contacts/not-made', [
    ['an empty name', { name: '' }, 'name'],
    ['a blank name', { name: '  ' }, 'name'],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, 'name'],
    ['the name twice', { name: 'A', values: { name: 'B' } }, 'name'],
    ['an unknown field', { names: 'A' }, 'names'],
    ['values as text', { values: 'x' }, 'values'],
  ]),
  ...badPaths('PUT', [
    ['/contacts/%20', 400, 'externalId', {}],
    [`/contacts/${LONG_ID}`, 400, 'externalId', {}],
    ['/contacts/', 404, undefined, {}],
    ['/contacts/a/b', 404, undefined, {}],
  ]),
  ...badPaths('POST', [['/channels/nothing/messages', 404, 'channel', message]]),
  ...badPaths('POST', [['/channels/__proto__/messages', 404, 'channel', message]]),
  ...badBodies('POST', '/channels/api/messages', [
    ['nothing', {}, 'contact'],
    ['no contact', { ...message, contact: undefined }, 'contact'],
    ['a contact that is text', { ...message, contact: 'bob' }, 'contact'],
    ['a contact without an id', { ...message, contact: {} }, 'contact.externalId'],
    [
      'a contact with an empty id',
      { ...message, contact: { externalId: '' } },
      'contact.externalId',
    ],
    [
      'a contact with a blank id',
      { ...message, contact: { externalId: ' ' } },
      'contact.externalId',
    ],
    [
      'a contact with a number for an id',
      { ...message, contact: { externalId: 5 } },
      'contact.externalId',
    ],
    [
      'a contact id of 201 characters',
      { ...message, contact: { externalId: LONG_ID } },
      'contact.externalId',
    ],
    [
      'a name that is a number',
      { ...message, contact: { externalId: 'bob', name: 5 } },
      'contact.name',
    ],
    [
      'attributes as a list',
      { ...message, contact: { externalId: 'bob', attributes: [] } },
      'contact.attributes',
    ],
    [
      'an unknown field of the contact',
      { ...message, contact: { externalId: 'bob', vip: true } },
      'contact.vip',
    ],
    ['no text', { ...message, text: undefined }, 'text'],
    ['an empty text', { ...message, text: '' }, 'text'],
    ['a blank text', { ...message, text: ' \n ' }, 'text'],
    ['a text of 20,001 characters', { ...message, text: 'x'.repeat(20_001) }, 'text'],
    ['no message id', { ...message, externalMessageId: undefined }, 'externalMessageId'],
    ['an empty message id', { ...message, externalMessageId: '' }, 'externalMessageId'],
    ['a blank message id', { ...message, externalMessageId: ' ' }, 'externalMessageId'],
    [
      'a message id of 201 characters',
      { ...message, externalMessageId: LONG_ID },
      'externalMessageId',
    ],
    ['a time in words', { ...message, sentAt: 'yesterday' }, 'sentAt'],
    ['a time without its offset', { ...message, sentAt: '2025-02-03T10:00:00' }, 'sentAt'],
    ['a time on no day', { ...message, sentAt: '2025-02-30T10:00:00Z' }, 'sentAt'],
    ['a time in milliseconds', { ...message, sentAt: 1_700_000_000_000 }, 'sentAt'],
    ['an unknown field', { ...message, status: 'new' }, 'status'],
  ]),
  ...badBodies('POST', '/contacts/find', [
    ['an unknown segment', { filter: { segments: ['gone'] } }, 'segments'],
    ['segments as text', { filter: { segments: 'vip' } }, 'filter.segments'],
    ['an unknown match', { filter: { match: 'most' } }, 'filter.match'],
    ['conditions as text', { filter: { conditions: 'x' } }, 'filter.conditions'],
    [
      'a condition on an unknown attribute',
      { filter: { conditions: [{ attribute: 'nothing', operator: 'isEmpty' }] } },
      'conditions.0.attribute',
    ],
    [
      'an operator that is not offered',
      { filter: { conditions: [{ attribute: 'vip', operator: 'gt', operand: '1' }] } },
      'conditions.0.operator',
    ],
    [
      '21 conditions',
      {
        filter: { conditions: Array(21).fill({ attribute: 'country', operator: 'isEmpty' }) },
      },
      'filter.conditions',
    ],
    ['nothing to search for', { query: '' }, 'query'],
    ['a search of 201 characters', { query: 'x'.repeat(201) }, 'query'],
    ['a limit of 0', { limit: 0 }, 'limit'],
    ['a limit of 201', { limit: 201 }, 'limit'],
  ]),
  ...badPaths('GET', [
    ['/contacts/by-id/nobody', 404],
    ['/contacts/by-id/nobody/history', 404],
    ['/contacts/by-id/nobody/history?before=5', 400, 'before'],
    ['/contacts/by-id/nobody/history?before=-5-', 400, 'before'],
    ['/contacts/by-id/nobody/history?limit=0', 400, 'limit'],
    ['/contacts/by-id/nobody/history?order=oldest', 400, 'order'],
  ]),
  ...badBodies('PATCH', '/contacts/by-id/nobody/attributes', [
    ['nothing', {}, 'values'],
    ['a source', { values: { name: 'A' }, as: 'crm' }, 'as'],
  ]),
  ...badPaths('PATCH', [
    ['/contacts/by-id/nobody/attributes', 404, undefined, { values: { name: 'A' } }],
  ]),
  ...badBodies('POST', '/contacts/by-id/nobody/forget', [
    ['nothing', {}, 'name'],
    ['an empty name', { name: '' }, 'name'],
    ['a reason', { name: 'Ann', reason: 'x' }, 'reason'],
  ]),
  ...badPaths('GET', [['/contacts/by-id/nobody/belongings', 404]]),
  ...badBodies('POST', '/contacts/by-id/nobody/undo', [
    ['nothing', {}, 'revision'],
    ['a revision of 0', { revision: 0 }, 'revision'],
    ['a revision that is no change of values', { revision: 1 }, 'revision'],
  ]),
];
