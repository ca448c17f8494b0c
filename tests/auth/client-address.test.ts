import { expect, test } from 'vitest';
import { clientAddress } from '@/lib/auth/client-address';

test.each([
  ['the connection’s, where no proxy says anything', undefined, '10.0.0.5'],
  ['the connection’s, where the header is empty', '', '10.0.0.5'],
  ['the one that the proxy says', '1.2.3.4', '1.2.3.4'],
  [
    'the last of a list: what stands before it is what the client wrote',
    '6.6.6.6, 1.2.3.4',
    '1.2.3.4',
  ],
  ['the last of several headers', ['6.6.6.6', '7.7.7.7, 1.2.3.4'], '1.2.3.4'],
  ['an IPv6 address', '2001:db8::1', '2001:db8::1'],
])('an address is %s', (_, told, address) => {
  expect(clientAddress('10.0.0.5', told)).toBe(address);
});

test('an address that nobody knows is told as such', () => {
  expect(clientAddress(undefined, null)).toBe('unknown');
});
