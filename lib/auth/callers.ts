import type { Caller, PersonCaller } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { hashSecret } from '@/lib/desk/secrets';
import type { Credentials } from './credentials';

/** The caller, and the session to watch if there is one. */
export type Identified = { caller: Caller; sessionId: string | null };

/** Tells who a request or a socket comes from. */
export class Callers {
  constructor(
    private readonly desk: Desk,
    private readonly credentials: Credentials,
  ) {}

  /** By `Authorization: Bearer`, else by the session cookie; null if neither says who it is. */
  async fromHeaders(headers: Headers): Promise<Identified | null> {
    const authorization = headers.get('authorization');
    if (authorization !== null) return this.fromToken(bearerOf(authorization));
    if (headers.get('cookie') === null) return null;
    const session = await this.credentials.sessionOf(headers);
    const caller = session && this.personByEmail(session.email);
    return caller && session ? { caller, sessionId: session.id } : null;
  }

  /** By an API token's secret; null for one that is unknown or revoked. */
  async fromToken(secret: string): Promise<Identified | null> {
    const token = secret === '' ? null : await this.desk.store.tokenByHash(hashSecret(secret));
    if (!token) return null;
    const { id, name, scope } = token;
    return { caller: { kind: 'token', id, name, scope }, sessionId: null };
  }

  /** The active person of the address, or null. */
  personByEmail(email: string): PersonCaller | null {
    for (const person of this.desk.memory.people.values()) {
      if (person.email !== email || !person.active) continue;
      return { kind: 'person', id: person.id, name: person.name, role: person.role };
    }
    return null;
  }
}

function bearerOf(authorization: string): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}
