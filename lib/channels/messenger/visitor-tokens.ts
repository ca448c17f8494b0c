import { type JWTPayload, jwtVerify, SignJWT } from 'jose';

const ALGORITHM = 'HS256';
const ANONYMOUS_DAYS = 400;
const IDENTIFIED_HOURS = 12;
const FILE_HOURS = 1;

/**
 * Who a visitor is on their channel, whether their site has said so, and the attributes it has signed
 * with that: nothing that comes from the visitor's browser changes them.
 */
export type Visitor = { externalId: string; identified: boolean; signed: readonly string[] };

/** Makes and reads what visitors prove themselves with; signed, so that nothing of it is kept. */
export class VisitorTokens {
  constructor(private readonly key: Uint8Array) {}

  /** A token to go on with this visit: for long, but not for whom a site signed in. */
  forVisit(channel: string, visitor: Visitor, nowMs: number): Promise<string> {
    const { externalId, identified, signed } = visitor;
    const hours = identified ? IDENTIFIED_HOURS : ANONYMOUS_DAYS * 24;
    return this.sign(
      { sub: externalId, aud: `visit ${channel}`, identified, signed },
      hours,
      nowMs,
    );
  }

  /** The visitor of a token; null for one that is not of this desk and channel, or has expired. */
  async visitorOf(channel: string, token: string, nowMs: number): Promise<Visitor | null> {
    const claims = await this.read(token, `visit ${channel}`, nowMs);
    if (typeof claims?.sub !== 'string') return null;
    const { sub: externalId, identified, signed } = claims;
    const keys = Array.isArray(signed) ? signed.filter((key) => typeof key === 'string') : [];
    return { externalId, identified: identified === true, signed: keys };
  }

  /** A pass to one file, for an hour. */
  forFile(attachmentId: string, nowMs: number): Promise<string> {
    return this.sign({ sub: attachmentId, aud: 'file' }, FILE_HOURS, nowMs);
  }

  /** Whether the pass is to this file, and holds. */
  async opensFile(attachmentId: string, pass: string, nowMs: number): Promise<boolean> {
    return (await this.read(pass, 'file', nowMs))?.sub === attachmentId;
  }

  private sign(claims: JWTPayload, hours: number, nowMs: number): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setExpirationTime(Math.floor(nowMs / 1_000) + hours * 3_600)
      .sign(this.key);
  }

  private async read(token: string, audience: string, nowMs: number): Promise<JWTPayload | null> {
    try {
      const currentDate = new Date(nowMs);
      const requiredClaims = ['exp', 'sub'];
      const options = { algorithms: [ALGORITHM], audience, currentDate, requiredClaims };
      return (await jwtVerify(token, this.key, options)).payload;
    } catch {
      return null;
    }
  }
}
