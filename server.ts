import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { pino } from 'pino';
import { migrateDatabase } from '@/db/sqlite/migrate';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { createApi } from '@/lib/api/app';
import { demoRoutes } from '@/lib/api/demo-routes';
import { metricsRoute } from '@/lib/api/metrics-route';
import { setAccessOfProcess } from '@/lib/auth/access-of-process';
import { Callers } from '@/lib/auth/callers';
import { openCredentials } from '@/lib/auth/credentials';
import { originCheck } from '@/lib/auth/origin';
import { readOrMakeSecret } from '@/lib/auth/secret-file';
import { attachMessenger } from '@/lib/channels/messenger/attach-messenger';
import { messengerPages } from '@/lib/channels/messenger/messenger-pages';
import { VisitorTokens } from '@/lib/channels/messenger/visitor-tokens';
import { startWebhooks } from '@/lib/channels/webhooks/start-webhooks';
import { keepTime } from '@/lib/commands/keep-time';
import { inviteFirstAdmin } from '@/lib/commands/people/set-up-desk';
import { CrmLookups } from '@/lib/crm/crm-lookups';
import { Desk } from '@/lib/desk/desk';
import { setDeskOfProcess } from '@/lib/desk/desk-of-process';
import { layFoundation } from '@/lib/desk/foundation';
import { Vault } from '@/lib/desk/vault';
import { type Environment, readEnvironment } from '@/lib/environment';
import { failureSentence } from '@/lib/failure-sentence';
import { Metrics } from '@/lib/metrics/metrics';
import { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { PATH_HEADER } from '@/lib/page-path';
import { attachRealtime } from '@/lib/realtime/attach-realtime';

/** How long a stop waits for requests that are being answered. */
const ANSWER_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 50;
/** Where `npm run build` leaves what sites load. */
const MESSENGER_FOLDER = 'dist/messenger';

try {
  await serve(readEnvironment(process.env));
} catch (error) {
  process.stderr.write(`Frontrow did not start. ${failureSentence(error)}\n`);
  process.exit(1);
}

/** Opens the desk and serves it until a signal stops the process. Rejects when it cannot begin. */
async function serve(environment: Environment): Promise<void> {
  const { publicUrl, host, port, demo, production } = environment;
  const log = pino({
    level: environment.logLevel,
    ...(production ? {} : { transport: { target: 'pino-pretty' } }),
  });
  const onError = (error: unknown) => log.error(error);

  migrateDatabase(environment.databasePath);
  const metrics = new Metrics();
  const store = await openSqliteStore({
    onTransaction: metrics.sharedTransaction,
    path: environment.databasePath,
    fillsSearch: true,
    onWriterStopped: (error) => {
      // A desk that cannot write must not look alive: who watches over it starts it again.
      log.fatal(error);
      process.exit(1);
    },
  });
  const secret = readOrMakeSecret(environment.secretPath);
  const vault = new Vault(secret);
  const desk = await Desk.open({ store, vault, onError, onCommit: metrics.committed });
  await layFoundation(desk);

  const fetcher = new GuardedFetch({ allow: environment.outgoingAllow });
  const allowsOrigin = originCheck(publicUrl);
  const credentials = await openCredentials({
    path: environment.credentialsPath,
    secret,
    publicUrl,
    allowsOrigin,
    limitSignIns: true,
  });
  const callers = new Callers(desk, credentials);
  const tokens = new VisitorTokens(vault.keyFor('visitors'));
  setDeskOfProcess(desk);
  setAccessOfProcess({ callers, demo });

  const httpServer = createServer();
  const pages = next({ dev: !production, hostname: host, port, httpServer });
  await pages.prepare();
  const answerPage = pages.getRequestHandler();
  const api = createApi({
    desk,
    credentials,
    callers,
    publicUrl,
    allowsOrigin,
    addressHeader: environment.addressHeader,
    isReady: () => httpServer.listening,
    onError,
    rootRoutes: [
      metricsRoute(metrics, callers, new Set(environment.metricsAllow)),
      messengerPages({ desk, tokens, folder: MESSENGER_FOLDER }),
    ],
    fetcher,
    openRoutes: demo ? demoRoutes(desk, credentials) : undefined,
  });
  const answerApi = getRequestListener(api.fetch);
  httpServer.on('request', (request, response) => {
    const path = request.url ?? '/';
    if (!/^\/(api\/|messenger\/|(healthz|readyz|metrics)(\?|$))/.test(path)) {
      // Next asks for parts of a page with a query of its own, which is no place to go back to.
      request.headers[PATH_HEADER] = path.replace(/[?&]_rsc=[^&]*/, '');
      return void answerPage(request, response);
    }
    return void answerApi(request, response);
  });
  const realtime = attachRealtime({
    httpServer,
    desk,
    credentials,
    callers,
    allowsOrigin,
    onError,
    onTold: metrics.told,
  });
  const messenger = attachMessenger({
    httpServer,
    desk,
    tokens,
    publicUrl,
    allowsOrigin,
    countryHeader: environment.countryHeader,
    addressHeader: environment.addressHeader,
    contacts: realtime.contacts,
    onError,
  });
  metrics.follow(desk, () => realtime.count());
  const stopWebhooks = startWebhooks({ desk, outgoing: fetcher, onError });
  const stopKeepingTime = keepTime(desk, onError);
  const lookups = new CrmLookups({ desk, fetcher, onError });

  httpServer.listen(port, host);
  await once(httpServer, 'listening');
  log.info(`Frontrow is ready at ${publicUrl}`);
  const invitation = await inviteFirstAdmin(desk);
  if (invitation)
    log.info(`Set it up, once, at ${new URL(`/setup/${invitation}`, publicUrl).href}`);

  /** Takes no more, lets what is under way be answered, then ends all. */
  async function stop(): Promise<void> {
    const answered = new Promise((resolve) => httpServer.close(resolve));
    // A connection is kept alive after its answer: it must be ended once it is idle.
    const look = setInterval(() => httpServer.closeIdleConnections(), LOOK_EVERY_MS);
    await Promise.all([realtime.close(), messenger.close()]);
    await Promise.race([answered, pause(ANSWER_WITHIN_MS)]);
    clearInterval(look);
    httpServer.closeAllConnections();
    await Promise.all([stopKeepingTime(), lookups.stop(), stopWebhooks()]);
    await fetcher.close();
    await pages.close();
    await desk.close();
    credentials.close();
  }

  let stopping = false;
  function stopOn(signal: string): void {
    if (stopping) return;
    stopping = true;
    log.info(`Stopping on ${signal}`);
    stop().then(
      () => process.exit(0),
      (error) => {
        log.fatal(error);
        process.exit(1);
      },
    );
  }
  process.once('SIGINT', stopOn);
  process.once('SIGTERM', stopOn);
}
