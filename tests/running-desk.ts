import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { createApi } from '@/lib/api/app';
import { demoRoutes } from '@/lib/api/demo-routes';
import { metricsRoute } from '@/lib/api/metrics-route';
import { Callers } from '@/lib/auth/callers';
import { openCredentials } from '@/lib/auth/credentials';
import { originCheck } from '@/lib/auth/origin';
import { attachMessenger } from '@/lib/channels/messenger/attach-messenger';
import { messengerPages } from '@/lib/channels/messenger/messenger-pages';
import { VisitorTokens } from '@/lib/channels/messenger/visitor-tokens';
import type { DelivererOptions } from '@/lib/channels/webhooks/deliverer';
import { startWebhooks } from '@/lib/channels/webhooks/start-webhooks';
import { invitePerson } from '@/lib/commands/people/invite-person';
import { createToken } from '@/lib/commands/tokens/create-token';
import { CrmLookups } from '@/lib/crm/crm-lookups';
import type { Clock } from '@/lib/desk/clock';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { type Role, TOKEN_SCOPES, type TokenScope } from '@/lib/desk/facts';
import { layFoundation } from '@/lib/desk/foundation';
import { Vault } from '@/lib/desk/vault';
import { Metrics } from '@/lib/metrics/metrics';
import { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { attachRealtime } from '@/lib/realtime/attach-realtime';
import { freshDatabase } from './fresh-database';

const PASSWORD = 'correct horse battery staple';

export type RunningDeskOptions = {
  /** A migrated database to open and to leave behind; a fresh one, deleted at the end, unless told. */
  path?: string;
  /** Any free one unless told. */
  port?: number;
  clock?: Clock;
  sweepEveryMs?: number;
  /** How long a messenger waits for visitors who have left. */
  leftAfterMs?: number;
  /** With one-click sign-in. */
  demo?: boolean;
  /** Slows down who guesses passwords; tests sign in quickly unless told. */
  limitSignIns?: boolean;
  /** Hosts inside this machine's network that the desk may call. */
  outgoingAllow?: string[];
  /** How impatiently calls that fail are made again. */
  webhooks?: Pick<
    DelivererOptions,
    'backOff' | 'mostAttempts' | 'restMs' | 'lookEveryMs' | 'chance'
  >;
};

/** A person who has signed in. */
export type SignedIn = {
  id: string;
  name: string;
  email: string;
  role: Role;
  headers: { cookie: string };
};

/** Who calls: an API token's secret, a person, or nobody. */
export type As = string | SignedIn | null;

export type Answer<T> = { status: number; body: T; headers: Headers };

export type RunningDesk = Awaited<ReturnType<typeof startDesk>>;

/**
 * A real desk: HTTP API and sockets on one port of this machine, a migrated database of its own.
 * Errors that are nobody's fault but the desk's are kept in `errors`.
 */
export async function startDesk(options: RunningDeskOptions = {}) {
  const database = options.path === undefined ? freshDatabase() : null;
  const path = options.path ?? database?.path ?? '';
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);

  const httpServer = createServer();
  // Its port is part of what it serves, so it listens first: who comes too early is sent away.
  let serving = false;
  httpServer.on('connection', (socket) => {
    if (!serving) socket.destroy();
  });
  httpServer.listen(options.port ?? 0, '127.0.0.1');
  await once(httpServer, 'listening');
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The desk has no port');
  const { port } = address;
  const url = `http://127.0.0.1:${port}`;

  const metrics = new Metrics();
  const { clock } = options;
  const onTransaction = metrics.sharedTransaction;
  const store = await openSqliteStore({ path, clock, onTransaction });
  const secret = 'a secret of at least thirty-two characters';
  const vault = new Vault(secret);
  const desk = await Desk.open({ store, clock, vault, onError, onCommit: metrics.committed });
  await layFoundation(desk);
  const allowsOrigin = originCheck(url);
  const credentials = await openCredentials({
    path: `${path}.credentials`,
    secret,
    publicUrl: url,
    allowsOrigin,
    limitSignIns: options.limitSignIns ?? false,
  });
  const callers = new Callers(desk, credentials);
  const tokens = new VisitorTokens(vault.keyFor('visitors'));
  const fetcher = new GuardedFetch({ allow: options.outgoingAllow ?? [] });
  const api = createApi({
    desk,
    credentials,
    callers,
    publicUrl: url,
    allowsOrigin,
    isReady: () => httpServer.listening,
    onError,
    rootRoutes: [
      metricsRoute(metrics, callers, new Set()),
      messengerPages({ desk, tokens, folder: 'dist/messenger' }),
    ],
    fetcher,
    openRoutes: options.demo ? demoRoutes(desk, credentials) : undefined,
  });
  httpServer.on('request', getRequestListener(api.fetch));
  const { sweepEveryMs } = options;
  const realtime = attachRealtime({
    httpServer,
    desk,
    credentials,
    callers,
    allowsOrigin,
    onError,
    sweepEveryMs,
    onTold: metrics.told,
  });
  const messenger = attachMessenger({
    httpServer,
    desk,
    tokens,
    publicUrl: url,
    allowsOrigin,
    countryHeader: 'cf-ipcountry',
    addressHeader: 'x-forwarded-for',
    contacts: realtime.contacts,
    onError,
    leftAfterMs: options.leftAfterMs,
  });
  const stopWebhooks = startWebhooks({
    desk,
    outgoing: fetcher,
    onError,
    ...options.webhooks,
  });
  metrics.follow(desk, () => realtime.count());
  // So quick that a test can wait for what comes of it.
  const pace = { lookEveryMs: 25, firstMs: 10, mostMs: 50, restMs: 100 };
  const lookups = new CrmLookups({ desk, fetcher, onError, pace });
  serving = true;
  const system = { desk, caller: SYSTEM };

  async function token(scope: TokenScope): Promise<string> {
    const name = `test ${scope}`;
    return (await createToken({ ctx: system, input: { name, scope } })).secret;
  }

  async function signIn(person: { email: string }): Promise<{ cookie: string }> {
    const answer = await credentials.signIn(person.email, PASSWORD);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return { cookie: cookies.join('; ') };
  }

  const [ingest, read, admin] = await Promise.all(TOKEN_SCOPES.map(token));
  if (!ingest || !read || !admin) throw new Error('A token is missing');

  return {
    url,
    port,
    path,
    desk,
    credentials,
    /** What went wrong on the desk's side so far. */
    errors,
    tokens: { ingest, read, admin },

    /** A new person of the role, signed in. */
    async person(role: Role, name = `A ${role}`): Promise<SignedIn> {
      const email = `${role}-${randomUUID()}@desk.example`;
      const { person } = await invitePerson({ ctx: system, input: { name, email, role } });
      await credentials.setPassword(person, PASSWORD);
      return { id: person.id, name: person.name, email, role, headers: await signIn(person) };
    },

    /** Signs a person in once more, for a second session. */
    async signedInAgain(person: SignedIn): Promise<SignedIn> {
      return { ...person, headers: await signIn(person) };
    },

    /** Calls the API as an admin token, unless told. */
    call: callOf(url, admin),

    async close(): Promise<void> {
      await Promise.all([realtime.close(), messenger.close()]);
      const closed = once(httpServer, 'close');
      httpServer.close();
      httpServer.closeAllConnections();
      await closed;
      await Promise.all([lookups.stop(), stopWebhooks()]);
      await fetcher.close();
      await desk.close();
      credentials.close();
      database?.remove();
    },
  };
}

/** The headers by which a caller is known. */
export function headersOf(as: As): Record<string, string> {
  if (as === null) return {};
  return typeof as === 'string' ? { authorization: `Bearer ${as}` } : as.headers;
}

/** Calls the API at a url; a path is under /api/v1 unless it starts with /api or names a root page. */
export function callOf(url: string, byDefault: As) {
  return async function call<T = unknown>(
    method: string,
    target: string,
    body?: unknown,
    as: As = byDefault,
  ): Promise<Answer<T>> {
    const atRoot = /^\/(api\/|healthz|readyz)/.test(target);
    const type: Record<string, string> =
      body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${url}${atRoot ? '' : '/api/v1'}${target}`, {
      method,
      headers: new Headers({ ...headersOf(as), ...type }),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const parsed: T = isJson && text !== '' ? JSON.parse(text) : null;
    return { status: response.status, body: parsed, headers: response.headers };
  };
}
