import { type BadInput, badBodies, badPaths } from './bad-input';

const messenger = '/channels/website/messenger';
const LONG = 'x'.repeat(81);

/** Channels, their messengers and what signs for them; there is a messenger `website`. */
export const BAD_CHANNEL_INPUT: readonly BadInput[] = [
  ...badBodies('POST', '/channels', [
    ['an unknown kind', { key: 'fax', label: 'Fax', kind: 'fax' }, 'kind'],
    ['a kind of the prototype', { key: 'fax', label: 'Fax', kind: 'constructor' }, 'kind'],
  ]),
  ...badBodies('PATCH', messenger, [
    ['an empty title', { title: '' }, 'title'],
    ['a title of 81 characters', { title: LONG }, 'title'],
    ['a blank greeting', { greeting: '  ' }, 'greeting'],
    ['a greeting of 501 characters', { greeting: 'x'.repeat(501) }, 'greeting'],
    ['a colour by name', { accent: 'red' }, 'accent'],
    ['a colour with code in it', { accent: '#123456;}' }, 'accent'],
    ['a side that is none', { side: 'top' }, 'side'],
    ['a site with a path', { origins: ['https://shop.example/cart'] }, 'origins.0'],
    ['a site with a query', { origins: ['https://shop.example/?a=1'] }, 'origins.0'],
    ['every site', { origins: ['*'] }, 'origins.0'],
    ['every site of a domain', { origins: ['https://*.shop.example'] }, 'origins.0'],
    ['a site without a protocol', { origins: ['shop.example'] }, 'origins.0'],
    ['a site that runs code', { origins: ['javascript:alert(1)'] }, 'origins.0'],
    ['a site with a password', { origins: ['https://a:b@shop.example'] }, 'origins.0'],
    [
      'a policy smuggled into a site',
      { origins: ['https://a.example; script-src *'] },
      'origins.0',
    ],
    ['a site that is no text', { origins: [5] }, 'origins.0'],
    [
      '51 sites',
      { origins: Array.from({ length: 51 }, (_, n) => `https://s${n}.example`) },
      'origins',
    ],
    [
      'an unknown attribute',
      { preChat: [{ attribute: 'no', required: true }] },
      'preChat.0.attribute',
    ],
    [
      'a CRM-managed one',
      { preChat: [{ attribute: 'loyalty_status', required: true }] },
      'preChat.0.attribute',
    ],
    ['VIP', { preChat: [{ attribute: 'vip', required: false }] }, 'preChat.0.attribute'],
    [
      'one attribute twice',
      { preChat: ['email', 'email'].map((attribute) => ({ attribute, required: true })) },
      'preChat.1.attribute',
    ],
    ['another channel', { channel: 'other' }, 'channel'],
  ]),
  ...badPaths('PATCH', [
    ['/channels/nothing/messenger', 404, 'channel', { title: 'A' }],
    ['/channels/api/messenger', 404, 'channel', { title: 'A' }],
    ['/channels/__proto__/messenger', 404, 'channel', { title: 'A' }],
    [messenger, 409, undefined, { title: 'A', expect: 1 }],
  ]),
  ...badPaths('POST', [
    ['/channels/nothing/secrets', 404, 'key'],
    ['/channels/api/secrets', 404, 'key'],
  ]),
  ...badPaths('DELETE', [['/channels/website/secrets/nothing', 404]]),
];
