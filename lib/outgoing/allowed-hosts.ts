/**
 * The hosts that may be called although they lie inside the network, as who runs the desk wrote
 * them: `crm.internal` on any port, `127.0.0.1:8080` on one, `[::1]:8080`.
 */
export class AllowedHosts {
  private readonly entries: ReadonlySet<string>;

  constructor(entries: readonly string[]) {
    this.entries = new Set(entries.map((entry) => entry.toLowerCase()));
  }

  /** Whether a host as a URL spells it (`[::1]`, with brackets) is allowed on a port. */
  has(hostname: string, port: number): boolean {
    const host = hostname.toLowerCase();
    return this.entries.has(host) || this.entries.has(`${host}:${port}`);
  }
}
