import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import type { Callers } from '@/lib/auth/callers';
import type { Credentials } from '@/lib/auth/credentials';
import type { Desk } from '@/lib/desk/desk';
import type { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { accessRoutes } from './access-routes';
import { attachmentRoutes } from './attachment-routes';
import { attributeRoutes } from './attribute-routes';
import { authRoutes } from './auth-routes';
import { bulkActRoutes } from './bulk-act-routes';
import { bulkRoutes } from './bulk-routes';
import { cannedReplyRoutes } from './canned-reply-routes';
import { channelRoutes } from './channel-routes';
import { checkBody } from './check-body';
import { checkUrl } from './check-url';
import { configurationRoutes } from './configuration-routes';
import { contactBookRoutes } from './contact-book-routes';
import { contactRoutes } from './contact-routes';
import { conversationRoutes } from './conversation-routes';
import { crmPushRoutes } from './crm-push-routes';
import { crmRoutes } from './crm-routes';
import { deskRoutes } from './desk-routes';
import { draftRoutes } from './draft-routes';
import { endpointRoutes } from './endpoint-routes';
import { answerError, errorAnswer } from './errors';
import { exportRoutes } from './export-routes';
import { identify } from './identify';
import { importRoutes, MAX_IMPORT_MB } from './import-routes';
import { peopleRoutes } from './people-routes';
import { queueRoutes } from './queue-routes';
import { remoteAddress } from './remote-address';
import { type ApiEnv, newApi } from './route';
import { savedViewRoutes } from './saved-view-routes';
import { searchRoutes } from './search-routes';
import { segmentRoutes } from './segment-routes';
import { settingsRoutes } from './settings-routes';
import { unreadRoutes } from './unread-routes';
import { webhookChannelRoutes, webhookRoutes } from './webhook-channel-routes';

const MAX_BODY_MB = 1;
const MAX_BULK_MB = 20;
const MAX_CONFIGURATION_MB = 10;

/** The one call that brings lines of JSON; a contact may be called bulk too, so the method counts. */
const isBulk = (c: Context) => c.req.method === 'POST' && c.req.path === '/api/v1/contacts/bulk';

/** The calls that bring a CSV file; what takes an import back is JSON. */
const isImport = (c: Context) =>
  c.req.method === 'POST' && /^\/api\/v1\/contacts\/import(\/look)?$/.test(c.req.path);

/** The one call that brings a file, and counts its bytes itself. */
const isUpload = (c: Context) => c.req.method === 'POST' && c.req.path === '/api/v1/attachments';

/** The calls whose bytes are what is signed: nothing but their signature is looked at first. */
const isWebhook = (c: Context) =>
  c.req.method === 'POST' && /^\/api\/v1\/(channels\/[^/]+|crm)\/webhook$/.test(c.req.path);

/** The calls that bring a desk's whole configuration: large, and nothing that a stranger may send. */
const isConfiguration = (c: Context) => /^\/api\/v1\/configuration(\/preview)?$/.test(c.req.path);

export type ApiOptions = {
  desk: Desk;
  credentials: Credentials;
  callers: Callers;
  publicUrl: string;
  allowsOrigin: (origin: string, host: string | null) => boolean;
  /** The header in which a proxy says whom it asks for. */
  addressHeader?: string | null;
  /** Whether the process may be sent work: migrated, loaded and listening. */
  isReady: () => boolean;
  onError: (error: unknown) => void;
  /** Calls the servers of others. */
  fetcher: GuardedFetch;
  /** Routes at the root, such as the metrics and the messengers. */
  rootRoutes?: readonly Hono[];
  /** More routes under /api/v1 that ask for no sign-in, such as the demo's. */
  openRoutes?: OpenAPIHono<ApiEnv>;
};

/** The HTTP API: everything under /api, /healthz and /readyz. */
export function createApi(options: ApiOptions) {
  const { desk, credentials, callers, publicUrl, allowsOrigin, onError } = options;
  const app = new OpenAPIHono();
  app.onError((error, c) => {
    // What was dropped because nobody waits for it any more is nobody's fault.
    const answer = errorAnswer(error, c.req.raw.signal.aborted ? () => undefined : onError);
    return answerError(c, answer.status, answer.error);
  });
  app.notFound((c) =>
    answerError(c, 404, { code: 'not_found', message: `There is nothing at ${c.req.path}.` }),
  );
  app.use('*', async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.use('/api/auth/*', remoteAddress(options.addressHeader ?? null));
  app.use('/metrics', remoteAddress(options.addressHeader ?? null));
  for (const routes of options.rootRoutes ?? []) app.route('/', routes);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', (c) =>
    options.isReady() ? c.json({ status: 'ready' }) : c.json({ status: 'starting' }, 503),
  );

  app.use(
    '/api/*',
    except(
      (c) => isBulk(c) || isImport(c) || isUpload(c) || isConfiguration(c),
      limitBody(MAX_BODY_MB),
    ),
    except((c) => !isBulk(c), limitBody(MAX_BULK_MB)),
    except((c) => !isImport(c), limitBody(MAX_IMPORT_MB)),
    except((c) => !isConfiguration(c), limitBody(MAX_CONFIGURATION_MB)),
    checkUrl,
    except(
      (c) => isBulk(c) || isImport(c) || isUpload(c) || isWebhook(c) || isConfiguration(c),
      checkBody,
    ),
  );
  app.route('/api/auth', authRoutes(callers, credentials, allowsOrigin));
  const documented = newApi();
  documented.route('/', accessRoutes(desk, credentials));
  documented.route('/', webhookRoutes(desk));
  documented.route('/', crmPushRoutes(desk));
  if (options.openRoutes) documented.route('/', options.openRoutes);
  describe(documented, publicUrl);
  documented.use('*', identify(desk, callers, allowsOrigin));
  documented.use('/configuration', checkBody);
  documented.use('/configuration/*', checkBody);
  documented.route('/', deskRoutes());
  documented.route('/', queueRoutes());
  documented.route('/', bulkActRoutes(onError));
  documented.route('/', conversationRoutes());
  documented.route('/', crmRoutes(options.fetcher));
  documented.route('/', draftRoutes());
  documented.route('/', searchRoutes());
  documented.route('/', attachmentRoutes());
  documented.route('/', unreadRoutes());
  documented.route('/', contactRoutes());
  documented.route('/', contactBookRoutes(onError));
  documented.route('/', importRoutes(onError));
  documented.route('/', exportRoutes(onError));
  documented.route('/', bulkRoutes());
  documented.route('/', attributeRoutes(onError));
  documented.route('/', segmentRoutes(onError));
  documented.route('/', cannedReplyRoutes());
  documented.route('/', configurationRoutes());
  documented.route('/', savedViewRoutes());
  documented.route('/', channelRoutes());
  documented.route('/', settingsRoutes());
  documented.route('/', webhookChannelRoutes());
  documented.route('/', endpointRoutes());
  documented.route('/', peopleRoutes(publicUrl, credentials));
  app.route('/api/v1', documented);
  return app;
}

/** Refuses a larger body; megabytes of a million bytes. */
function limitBody(megabytes: number) {
  return bodyLimit({
    maxSize: megabytes * 1_000_000,
    onError: (c) => {
      // What was not read still stands in the connection: it must not be used again.
      c.header('connection', 'close');
      const message = `A body has at most ${megabytes} MB.`;
      return answerError(c, 413, { code: 'too_large', message });
    },
  });
}

/** Serves the API's description, which is made from the routes themselves. */
function describe(api: ReturnType<typeof newApi>, publicUrl: string): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token, of scope ingest, read or admin',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'better-auth.session_token',
  });
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Frontrow',
      version: '1',
      description: 'A live conversation queue for customer-care teams.',
    },
    servers: [{ url: new URL('/api/v1', publicUrl).href }],
    security: [{ token: [] }, { session: [] }],
  });
}
