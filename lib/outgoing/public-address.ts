import ipaddr from 'ipaddr.js';

/** NAT64 (RFC 6052): IPv4 inside IPv6. Where there is only IPv6, every IPv4 host has such a name. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** What is given out to be routed between networks (RFC 4291); everything else is special. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local,
 * multicast or reserved, also when it is written into an IPv6 address (v4-mapped, NAT64). Tunnels
 * that could end anywhere, 6to4 and Teredo, are not public. False for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.range() === 'unicast';
  if (parsed.match(NAT64)) {
    const carried = new ipaddr.IPv4(parsed.toByteArray().slice(12));
    return carried.range() === 'unicast';
  }
  return parsed.match(GLOBAL_IPV6) && parsed.range() === 'unicast';
}

/** An address in its one spelling, so that two of them can be compared; undefined if it is none. */
export function plainAddress(address: string | undefined): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return undefined;
  return ipaddr.process(address).toNormalizedString();
}
