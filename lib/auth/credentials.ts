import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import Sqlite from 'better-sqlite3';

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 128;

/** The header by which the edge tells where a request came from; it overwrites what clients send. */
export const REMOTE_ADDRESS_HEADER = 'x-frontrow-remote-address';

export type CredentialsOptions = {
  /** Of the SQLite file of its own, beside the desk's. */
  path: string;
  secret: string;
  /** Where people open the desk. */
  publicUrl: string;
  /** Whether a page at this origin may sign in here, being served under this host. */
  allowsOrigin: (origin: string, host: string | null) => boolean;
  /** Slows down who guesses passwords. */
  limitSignIns: boolean;
};

export type Session = { id: string; email: string };

export type Credentials = Awaited<ReturnType<typeof openCredentials>>;

/**
 * E-mail addresses, passwords and sessions, kept by better-auth in a file of their own. Who a
 * person is and what they may do is the desk's to say, by their address.
 */
export async function openCredentials(options: CredentialsOptions) {
  mkdirSync(dirname(options.path), { recursive: true });
  const database = new Sqlite(options.path);
  chmodSync(options.path, 0o600);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 5000');
  const auth = betterAuth({
    database,
    secret: options.secret,
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: (request) => trusted(request, options),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    rateLimit: { enabled: options.limitSignIns },
    advanced: { ipAddress: { ipAddressHeaders: [REMOTE_ADDRESS_HEADER] } },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
  await (await getMigrations(auth.options)).runMigrations();
  const context = await auth.$context;
  const sessionById = database.prepare('select expiresAt from session where id = ?').pluck();

  return {
    /** Answers a request under /api/auth. */
    handler: (request: Request): Promise<Response> => auth.handler(request),

    /** Who is signed in by these cookies, or null. */
    async sessionOf(headers: Headers): Promise<Session | null> {
      const found = await auth.api.getSession({ headers });
      return found && { id: found.session.id, email: found.user.email };
    },

    /** Whether a session has neither ended nor expired. */
    isLive(sessionId: string, now: number): boolean {
      const expiresAt = sessionById.get(sessionId);
      return expiresAt !== undefined && new Date(String(expiresAt)).getTime() > now;
    },

    /** Gives the address this password, ending all its sessions unless told to keep them. */
    async setPassword(
      person: { email: string; name: string },
      password: string,
      { keepSessions = false } = {},
    ): Promise<void> {
      const hash = await context.password.hash(password);
      const known = await context.internalAdapter.findUserByEmail(person.email);
      const userId =
        known?.user.id ??
        (
          await context.internalAdapter.createUser(
            { ...person, emailVerified: true },
            { method: 'admin' },
          )
        ).id;
      const account = await context.internalAdapter.findCredentialAccount(userId);
      if (account) await context.internalAdapter.updatePassword(userId, hash);
      else
        await context.internalAdapter.linkAccount({
          providerId: 'credential',
          accountId: userId,
          password: hash,
          userId,
        });
      if (!keepSessions) await context.internalAdapter.deleteUserSessions(userId);
    },

    /** Ends all sessions of the address. */
    async endSessions(email: string): Promise<void> {
      const known = await context.internalAdapter.findUserByEmail(email);
      if (known) await context.internalAdapter.deleteUserSessions(known.user.id);
    },

    /** Signs in; the answer carries the session cookie. */
    signIn: (email: string, password: string): Promise<Response> =>
      auth.api.signInEmail({ body: { email, password }, asResponse: true }),

    close(): void {
      database.close();
    },
  };
}

function trusted(request: Request | undefined, options: CredentialsOptions): string[] {
  const origin = request?.headers.get('origin');
  const host = request?.headers.get('host') ?? null;
  return origin && options.allowsOrigin(origin, host) ? [origin] : [];
}
