import { isIP, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { AllowedHosts } from './allowed-hosts';
import { failureOf, OutgoingFailure } from './outgoing-failure';
import { isPublicAddress, plainAddress } from './public-address';

export type ResolvedAddress = { address: string; family: number };

/** All addresses of a name. Rejects if it has none. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>;

const CONNECT_WITHIN_MS = 10_000;

/**
 * How connections are made: a name is resolved once, each address is checked, and the connection
 * goes to exactly those addresses, so that a name that changes its mind in between (DNS rebinding)
 * gains nothing. The address that the socket really reached is checked again.
 */
export function checkedConnector(
  allowed: AllowedHosts,
  resolve: Resolve,
): buildConnector.connector {
  return (options, callback) => {
    const fail = (thrown: unknown) => callback(failureOf(thrown), null);
    const { hostname } = options;
    const anyAddress = allowed.has(hostname, portIn(options));
    addressesOf(hostname, resolve).then((addresses) => {
      const refused = addresses.find(({ address }) => !anyAddress && !isPublicAddress(address));
      if (refused) return fail(refusal(hostname, refused.address));
      const connect = buildConnector({
        timeout: CONNECT_WITHIN_MS,
        lookup: (_hostname, { all }, found) => {
          const [first] = addresses;
          if (all) found(null, addresses);
          else if (first) found(null, first.address, first.family);
        },
      });
      connect({ ...options, hostname: withoutBrackets(hostname) }, (error, socket) => {
        if (error || !socket) return fail(error);
        if (!reachedOneOf(addresses, socket)) {
          socket.destroy();
          return fail(refusal(hostname, socket.remoteAddress ?? 'an unknown address'));
        }
        callback(null, socket);
      });
    }, fail);
  };
}

async function addressesOf(hostname: string, resolve: Resolve): Promise<ResolvedAddress[]> {
  const literal = withoutBrackets(hostname);
  const family = isIP(literal);
  const addresses = family === 0 ? await resolve(hostname) : [{ address: literal, family }];
  if (addresses.length === 0) throw new OutgoingFailure('dns', 'Its name has no address.');
  return addresses;
}

function reachedOneOf(addresses: readonly ResolvedAddress[], socket: Socket): boolean {
  const reached = plainAddress(socket.remoteAddress);
  return addresses.some(({ address }) => plainAddress(address) === reached);
}

const portIn = ({ port, protocol }: buildConnector.Options) =>
  Number(port) || (protocol === 'https:' ? 443 : 80);

/** A URL writes IPv6 in brackets; sockets want it without. */
const withoutBrackets = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1');

function refusal(hostname: string, address: string): OutgoingFailure {
  const where = withoutBrackets(hostname) === address ? 'is' : `leads to ${address},`;
  const message = `${hostname} ${where} inside a network that is not called. Who runs the desk can allow the host.`;
  return new OutgoingFailure('refused_address', message);
}
