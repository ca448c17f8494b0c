import { expect, it } from 'vitest';
import { findLinks } from '@/components/conversation/find-links';

function linked(text: string) {
  return findLinks(text).map(({ start, end, href }) => [text.slice(start, end), href]);
}

it('addresses and e-mail addresses are links, without the full stop or the bracket after them', () => {
  expect(linked('See https://shop.example/a?b=c#d. Or (www.example.com/help)!')).toEqual([
    ['https://shop.example/a?b=c#d', 'https://shop.example/a?b=c#d'],
    ['www.example.com/help', 'https://www.example.com/help'],
  ]);
  expect(linked('Write to ann@example.com, please')).toEqual([
    ['ann@example.com', 'mailto:ann@example.com'],
  ]);
  expect(linked('https://straße.example/größe')).toEqual([
    ['https://straße.example/größe', 'https://xn--strae-oqa.example/gr%C3%B6%C3%9Fe'],
  ]);
});

it('files, versions and numbers are not taken for addresses', () => {
  expect(linked('README.md, v1.2.3, 12.50, 10.0.0.1, a.b, order #4711, //cdn.example/x')).toEqual(
    [],
  );
});

const DECEIVING = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'https://paypal.com@evil.example/',
  'https://user:secret@evil.example/',
  'https://example.com/\u202egpj.exe',
  'https://exa\u200bmple.com/',
  'ftp://example.com/x',
  'blob:https://example.com/1',
];

it.each(DECEIVING)('%j is no link as it is written', (text) => {
  expect(findLinks(text).map(({ href }) => href)).not.toContain(text);
  for (const { href } of findLinks(text)) expect(href).toMatch(/^(https?|mailto):/);
  for (const { href } of findLinks(text)) expect(new URL(href).username).toBe('');
});

it('says where a name in another script leads', () => {
  const [link] = findLinks('https://аррӏе.com/login');
  expect(link?.host).toBe('xn--80ak6aa92e.com');
});

it('a message as long as any is searched at once', () => {
  const text = 'https://a.example/b '.repeat(1_000);
  expect(findLinks(text)).toHaveLength(1_000);
  expect(findLinks('@'.repeat(20_000))).toEqual([]);
  expect(findLinks('http://'.repeat(2_800))).toHaveLength(1);
});
