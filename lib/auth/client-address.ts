/**
 * The address that a request comes from: as the connection knows it, or as the proxy in front says
 * in its header. Of a list it is the last, which that proxy has added itself; what comes before is
 * what it was told.
 */
export function clientAddress(
  connected: string | undefined,
  told: string | string[] | null | undefined,
): string {
  const last = [told ?? []].flat().at(-1)?.split(',').at(-1)?.trim();
  return last || connected || 'unknown';
}
