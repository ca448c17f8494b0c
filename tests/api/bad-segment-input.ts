import { type BadInput, badBodies, badPaths } from './bad-input';

const country = { attribute: 'country', operator: 'eq', operand: 'Belgium' };
const LONG = 'x'.repeat(1_001);

/** Conditions that do not fit, and the field that each is wrong in. */
const CONDITIONS: readonly (readonly [what: string, condition: unknown, field: string])[] = [
  ['no attribute', { operator: 'eq', operand: 'x' }, 'attribute'],
  ['an unknown attribute', { ...country, attribute: 'nothing' }, 'attribute'],
  ['an attribute of the prototype', { ...country, attribute: 'constructor' }, 'attribute'],
  ['an unknown operator', { ...country, operator: 'like' }, 'operator'],
  ['> of a text by hand', { ...country, operator: 'gt', operand: '5' }, 'operator'],
  [
    'contains of a number',
    { attribute: 'twitter_followers', operator: 'contains', operand: '1' },
    'operator',
  ],
  ['any of of a yes/no', { attribute: 'vip', operator: 'anyOf', operand: ['yes'] }, 'operator'],
  [
    'any of of a date',
    { attribute: 'customer_since', operator: 'anyOf', operand: ['2025-01-01'] },
    'operator',
  ],
  ['no operand', { attribute: 'country', operator: 'eq' }, 'operand'],
  ['an empty operand', { ...country, operand: '' }, 'operand'],
  ['a blank operand', { ...country, operand: '  ' }, 'operand'],
  ['a quoted nothing', { ...country, operand: '" "' }, 'operand'],
  ['an operand of 1,001 characters', { ...country, operand: LONG }, 'operand'],
  ['an operand that is a number', { ...country, operand: 5 }, 'operand'],
  ['a list for =', { ...country, operand: ['Belgium'] }, 'operand'],
  ['one for any of', { ...country, operator: 'anyOf', operand: 'Belgium' }, 'operand'],
  ['an empty list', { ...country, operator: 'anyOf', operand: [] }, 'operand'],
  ['a list with a blank', { ...country, operator: 'anyOf', operand: ['a', ' '] }, 'operand'],
  ['a list of 101', { ...country, operator: 'anyOf', operand: Array(101).fill('x') }, 'operand'],
  ['a list with 1,001 characters', { ...country, operator: 'anyOf', operand: [LONG] }, 'operand.0'],
  ['an operand of not empty', { ...country, operator: 'notEmpty' }, 'operand'],
  [
    'a number in words',
    { attribute: 'twitter_followers', operator: 'gt', operand: 'many' },
    'operand',
  ],
  [
    'a number with an exponent',
    { attribute: 'twitter_followers', operator: 'gt', operand: '1e3' },
    'operand',
  ],
  ['NaN', { attribute: 'twitter_followers', operator: 'eq', operand: 'NaN' }, 'operand'],
  ['Infinity', { attribute: 'twitter_followers', operator: 'lt', operand: 'Infinity' }, 'operand'],
  [
    'a number beyond all',
    { attribute: 'twitter_followers', operator: 'lt', operand: '9'.repeat(400) },
    'operand',
  ],
  ['true for yes', { attribute: 'vip', operator: 'eq', operand: 'true' }, 'operand'],
  [
    'a day that does not exist',
    { attribute: 'customer_since', operator: 'lt', operand: '2025-02-30' },
    'operand',
  ],
  [
    'a time without its offset',
    { attribute: 'customer_since', operator: 'lt', operand: '2025-02-03T10:00:00' },
    'operand',
  ],
  ['an unknown field', { ...country, weight: 3 }, 'weight'],
];

const nested = CONDITIONS.map(
  ([what, condition, field]) =>
    [`a condition with ${what}`, condition, `conditions.1.${field}`] as const,
);

/** Segments, their preview and count, and the Prioritization list. */
export const BAD_SEGMENT_INPUT: readonly BadInput[] = [
  ...badBodies(
    'POST',
    '/segments',
    nested.map(([what, condition, field]) => [
      what,
      { name: 'S', join: 'all', conditions: [country, condition] },
      field,
    ]),
  ),
  ...['/segments/preview', '/segments/count'].flatMap((path) =>
    badBodies(
      'POST',
      path,
      nested.map(([what, condition, field]) => [
        what,
        { join: 'any', conditions: [country, condition] },
        field,
      ]),
    ),
  ),
  ...badBodies('POST', '/segments', [
    ['nothing', {}, 'name'],
    ['no name', { join: 'all', conditions: [country] }, 'name'],
    ['a blank name', { name: '  ', join: 'all', conditions: [country] }, 'name'],
    [
      'a name of 81 characters',
      { name: 'x'.repeat(81), join: 'all', conditions: [country] },
      'name',
    ],
    ['an unknown join', { name: 'S', join: 'xor', conditions: [country] }, 'join'],
    ['no conditions', { name: 'S', join: 'all', conditions: [] }, 'conditions'],
    [
      '21 conditions',
      { name: 'S', join: 'all', conditions: Array(21).fill(country) },
      'conditions',
    ],
    ['conditions as an object', { name: 'S', join: 'all', conditions: country }, 'conditions'],
    ['a condition that is null', { name: 'S', join: 'all', conditions: [null] }, 'conditions.0'],
    [
      'highPriority, which is read-only',
      { name: 'S', join: 'all', conditions: [country], highPriority: true },
      'highPriority',
    ],
    ['an id of their own', { name: 'S', join: 'all', conditions: [country], id: 'mine' }, 'id'],
  ]),
  ...badPaths('POST', [
    ['/segments', 409, 'name', { name: 'vip', join: 'all', conditions: [country] }],
    ['/segments/preview', 404, undefined, { join: 'all', conditions: [country], id: 'nothing' }],
    ['/segments/preview', 400, 'scope', { join: 'all', conditions: [country], scope: 'all' }],
    ['/segments/count', 404, undefined, { join: 'all', conditions: [country], id: 'nothing' }],
    ['/segments/count', 400, 'join', { join: 'xor', conditions: [country] }],
    ['/segments/count', 400, 'conditions', { join: 'all', conditions: [] }],
  ]),
  ...badPaths('PATCH', [
    ['/segments/nothing', 404, undefined, { name: 'Other' }],
    ['/segments/vip', 403, undefined, { name: 'Other' }],
    ['/segments/nothing', 400, 'expect', { name: 'Other', expect: 'yesterday' }],
    ['/segments/nothing', 400, 'conditions', { conditions: [] }],
    ['/segments/nothing', 400, 'changedBy', { changedBy: 'Eve' }],
  ]),
  ...badPaths('DELETE', [
    ['/segments/nothing', 404],
    ['/segments/vip', 403],
    ['/prioritization/nothing', 404],
  ]),
  ...badPaths('PUT', [['/prioritization/nothing', 404]]),
  ...badBodies('PUT', '/prioritization', [
    ['nothing', {}, 'segmentIds'],
    ['an unknown segment', { segmentIds: ['vip', 'nothing'] }, 'segmentIds.1'],
    ['__proto__', { segmentIds: ['__proto__'] }, 'segmentIds.0'],
    ['ids as text', { segmentIds: 'vip' }, 'segmentIds'],
    ['numbers', { segmentIds: [1] }, 'segmentIds.0'],
    ['a revision below 0', { segmentIds: [], expect: -1 }, 'expect'],
    ['half a revision', { segmentIds: [], expect: 1.5 }, 'expect'],
    ['a revision as text', { segmentIds: [], expect: '1' }, 'expect'],
  ]),
];
