import { type BadInput, badBodies, badPaths } from './bad-input';

/** Stands for the id of an open conversation that somebody else has. */
export const CONVERSATION = ':conversation';
const one = `/conversations/${CONVERSATION}`;
const DRAFT = { mode: 'reply', reply: 'Hello', note: '' };
const SOON = new Date(Date.now() + 3_600_000).toISOString();

const WHOLE_NUMBERS = ['0.5', '1e2', '-1', '+1', '0x10', 'ten', '', '%20', '9'.repeat(20), 'NaN'];

/** Pages: each path, with what stands before the parameter. */
const pages = (start: string, parameter: string, more: readonly string[]) =>
  badPaths(
    'GET',
    [...WHOLE_NUMBERS, ...more].map((value) => [`${start}${parameter}=${value}`, 400, parameter]),
  );

/** The queue and its filters, conversations, the journal. */
export const BAD_CONVERSATION_INPUT: readonly BadInput[] = [
  ...pages('/queue?', 'limit', ['0', '201', '1&limit=2']),
  ...pages('/queue?', 'offset', ['1&offset=2']),
  ...pages('/conversations?status=resolved&', 'limit', ['0', '201']),
  ...pages('/conversations?status=resolved&', 'offset', []),
  ...pages('/journal?', 'limit', ['0', '201']),
  ...pages('/journal?', 'after', []),
  ...pages(`${one}/messages?before=x&`, 'limit', ['0', '201']),
  ...badPaths('GET', [
    ['/queue?segments=nothing', 400, 'segments'],
    ['/queue?segments=vip,nothing', 400, 'segments'],
    ['/queue?segments=vip,', 400, 'segments'],
    ['/queue?segments=__proto__', 400, 'segments'],
    ['/queue?segments=vip&segments=vip', 400, 'segments'],
    ['/queue?match=some', 400, 'match'],
    ['/queue?match=', 400, 'match'],
    ['/queue?channel=nothing', 400, 'channel'],
    ['/queue?channel=', 400, 'channel'],
    ['/queue?owner=nobody', 400, 'owner'],
    ['/queue?owner=', 400, 'owner'],
    ['/queue?owner=mine', 400, 'owner'],
    ['/queue?status=resolved', 400, 'status'],
    ['/queue?status=New', 400, 'status'],
    ['/queue?status=new&status=pending', 400, 'status'],
    ['/queue?order=newest', 400, 'order'],
    ['/queue?segment=vip', 400, 'segment'],
    ['/conversations', 400, 'status'],
    ['/conversations?status=new', 400, 'status'],
    ['/conversations/nothing', 404],
    ['/conversations/__proto__', 404],
    [`${one}/messages`, 400, 'before'],
    ['/journal?from=1', 400, 'from'],
    ['/attributes/nothing/dependents', 404],
    ['/nothing', 404],
    ['/queue/', 404],
    // Percent signs that spell no character, or one that no text may have.
    ['/conversations/%E0%A4%A', 400, 'url'],
    ['/conversations/100%', 400, 'url'],
    ['/conversations/%00', 400, 'url'],
    ['/queue?owner=%FF', 400, 'url'],
  ]),
  ...badPaths('PUT', [['/contacts/%C3%28', 400, 'url', {}]]),
  ...badBodies('POST', '/queue/take', [
    ['an unknown segment', { filter: { segments: ['nothing'] } }, 'segments'],
    ['segments as text', { filter: { segments: 'vip' } }, 'filter.segments'],
    ['201 segments', { filter: { segments: Array(201).fill('vip') } }, 'filter.segments'],
    ['an unknown channel', { filter: { channel: 'nothing' } }, 'channel'],
    ['an unknown owner', { filter: { owner: 'nobody' } }, 'owner'],
    ['an unknown status', { filter: { status: 'resolved' } }, 'filter.status'],
    ['an unknown match', { filter: { match: 'some' } }, 'filter.match'],
    ['an unknown field of the filter', { filter: { segment: 'vip' } }, 'filter.segment'],
    ['an unknown field', { filters: {} }, 'filters'],
    ['a filter that is null', { filter: null }, 'filter'],
  ]),
  ...['replies', 'notes'].flatMap((kind) =>
    badBodies('POST', `${one}/${kind}`, [
      ['nothing', {}, 'text'],
      ['an empty text', { text: '' }, 'text'],
      ['a blank text', { text: ' \n\t' }, 'text'],
      ['a text of 20,001 characters', { text: 'x'.repeat(20_001) }, 'text'],
      ['a number', { text: 5 }, 'text'],
      ['an author', { text: 'Hello', author: 'Eve' }, 'author'],
    ]),
  ),
  ...badBodies('POST', `${one}/notes`, [
    ['a mention of nobody we know', { text: '@Eve', mentions: ['nobody'] }, 'mentions.0'],
    ['a mention of __proto__', { text: '@Eve', mentions: ['__proto__'] }, 'mentions.0'],
    ['a mention that is a number', { text: '@Eve', mentions: [5] }, 'mentions.0'],
    ['a mention as text', { text: '@Eve', mentions: 'Eve' }, 'mentions'],
    ['21 mentions', { text: '@Eve', mentions: Array(21).fill('nobody') }, 'mentions'],
  ]),
  ...badBodies('POST', `${one}/replies`, [
    ['a mention', { text: '@Eve', mentions: [] }, 'mentions'],
    ['an unknown status', { text: 'Hello', status: 'new' }, 'status'],
  ]),
  ...badBodies('PUT', `${one}/draft`, [
    ['nothing', {}, 'mode'],
    ['an unknown mode', { ...DRAFT, mode: 'mail' }, 'mode'],
    ['no note', { mode: 'reply', reply: 'Hello' }, 'note'],
    ['a number', { ...DRAFT, reply: 5 }, 'reply'],
    ['a reply of 20,001 characters', { ...DRAFT, reply: 'x'.repeat(20_001) }, 'reply'],
    ['a note of 20,001 characters', { ...DRAFT, note: 'x'.repeat(20_001) }, 'note'],
    ['an empty id', { ...DRAFT, after: '' }, 'after'],
    ['a time to come', { ...DRAFT, agoMs: -1 }, 'agoMs'],
    ['half a millisecond', { ...DRAFT, agoMs: 0.5 }, 'agoMs'],
    ['a person', { ...DRAFT, personId: 'somebody' }, 'personId'],
  ]),
  ...badBodies('POST', `${one}/status`, [
    ['nothing', {}, 'status'],
    ['an unknown status', { status: 'closed' }, 'status'],
    ['a status in capitals', { status: 'New' }, 'status'],
    ['null', { status: null }, 'status'],
  ]),
  ...badBodies('POST', `${one}/boomerang`, [
    ['nothing', {}, 'returnsAt'],
    ['a moment that is past', { returnsAt: '2001-01-01T00:00:00Z' }, 'returnsAt'],
    ['a moment in a thousand years', { returnsAt: '3001-01-01T00:00:00Z' }, 'returnsAt'],
    ['a day without a time', { returnsAt: '2031-01-01' }, 'returnsAt'],
    ['a time without an offset', { returnsAt: '2031-01-01T00:00:00' }, 'returnsAt'],
    ['milliseconds', { returnsAt: 1_900_000_000_000 }, 'returnsAt'],
    ['a blank note', { returnsAt: SOON, note: ' ' }, 'note'],
    ['a note of 20,001 characters', { returnsAt: SOON, note: 'x'.repeat(20_001) }, 'note'],
    ['an unknown field', { returnsAt: SOON, until: SOON }, 'until'],
  ]),
  ...badBodies('POST', `${one}/assign`, [
    ['nothing', {}, 'personId'],
    ['nobody we know', { personId: 'nobody' }, 'personId'],
    ['an empty id', { personId: '' }, 'personId'],
    ['a number', { personId: 5 }, 'personId'],
    ['__proto__', { personId: '__proto__' }, 'personId'],
    ['a note to nobody', { personId: null, note: 'For whom?' }, 'note'],
    ['a blank note', { personId: 'nobody', note: ' ' }, 'note'],
  ]),
  ...badBodies('POST', '/conversations/bulk', [
    ['nothing', {}, 'act'],
    ['an unknown act', { conversationIds: [CONVERSATION], act: 'delete' }, 'act'],
    ['no conversations', { act: 'resolve' }, 'conversationIds'],
    ['an empty list', { conversationIds: [], act: 'resolve' }, 'conversationIds'],
    [
      '10,001 of them',
      { conversationIds: Array(10_001).fill('x'), act: 'pend' },
      'conversationIds',
    ],
    ['one twice', { conversationIds: ['x', 'y', 'x'], act: 'pend' }, 'conversationIds'],
    ['numbers', { conversationIds: [5], act: 'pend' }, 'conversationIds.0'],
    ['both', { conversationIds: ['x'], filter: {}, act: 'pend' }, 'filter'],
    ['an order of those named', { conversationIds: ['x'], order: 'oldest', act: 'pend' }, 'order'],
    ['an unknown order', { filter: {}, order: 'newest', act: 'pend' }, 'order'],
    ['an unknown segment', { filter: { segments: ['nothing'] }, act: 'pend' }, 'segments'],
    ['resolved ones', { filter: { status: 'resolved' }, act: 'pend' }, 'filter.status'],
    ['mine of a token', { filter: { owner: 'mine' }, act: 'pend' }, 'owner'],
    ['nobody to assign to', { filter: {}, act: 'assign' }, 'personId'],
    ['nobody we know', { filter: {}, act: 'assign', personId: 'nobody' }, 'personId'],
    ['a note on a resolve', { filter: {}, act: 'resolve', note: 'Why?' }, 'note'],
    ['no moment', { filter: {}, act: 'boomerang' }, 'returnsAt'],
    [
      'a past one',
      { filter: {}, act: 'boomerang', returnsAt: '2001-01-01T00:00:00Z' },
      'returnsAt',
    ],
    ['a blank note', { filter: {}, act: 'boomerang', returnsAt: SOON, note: ' ' }, 'note'],
  ]),
  ...['claim', 'release', 'undo'].flatMap((verb) =>
    badBodies('POST', `${one}/${verb}`, [['an unknown field', { force: true }, 'force']]),
  ),
  ...badBodies('POST', `${one}/undo`, [
    ['a word', { revision: 'last' }, 'revision'],
    ['nothing that was done', { revision: 0 }, 'revision'],
    ['a half', { revision: 1.5 }, 'revision'],
    ['a time to come', { revision: 9_007_199_254_740_991 }, 'revision'],
  ]),
  ...badBodies('PATCH', `${one}/attributes`, [
    ['nothing', {}, 'values'],
    ['no value', { values: {} }, 'values'],
    ['a source', { as: 'crm', values: { vip: true } }, 'as'],
    ['"yes" for yes/no', { values: { vip: 'yes' } }, 'values.vip'],
    ['an unknown attribute', { values: { nothing: 1 } }, 'values.nothing'],
  ]),
  ...badPaths('POST', [
    [`${one}/undo`, 409, undefined, {}],
    ['/conversations/nothing/release', 404, undefined, {}],
    ['/conversations/nothing/replies', 404, undefined, { text: 'Hello' }],
    [`${one}/claim`, 403, undefined, {}],
    ['/queue/take', 403, undefined, {}],
  ]),
  ...badBodies('POST', '/setup', [
    ['nothing', {}, 'token'],
    [
      'a short password',
      { token: 'x', name: 'A', email: 'a@b.c', password: 'x'.repeat(9) },
      'password',
    ],
    [
      'a password of 129 characters',
      { token: 'x', name: 'A', email: 'a@b.c', password: 'x'.repeat(129) },
      'password',
    ],
    [
      'a blank name',
      { token: 'x', name: ' ', email: 'a@b.c', password: 'a long password' },
      'name',
    ],
    ['no e-mail', { token: 'x', name: 'A', email: 'a', password: 'a long password' }, 'email'],
  ]),
  ...badBodies('POST', '/join', [
    ['nothing', {}, 'token'],
    ['a short password', { token: 'x', password: 'x'.repeat(9) }, 'password'],
    ['a token that is a number', { token: 5, password: 'a long password' }, 'token'],
  ]),
];
