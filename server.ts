import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { pino } from 'pino';
import { migrateDatabase } from '@/db/sqlite/migrate';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { createApi } from '@/lib/api/app';
import { demoRoutes } from '@/lib/api/demo-routes';
import { setAccessOfProcess } from '@/lib/auth/access-of-process';
import { Callers } from '@/lib/auth/callers';
import { openCredentials, REMOTE_ADDRESS_HEADER } from '@/lib/auth/credentials';
import { originCheck } from '@/lib/auth/origin';
import { readOrMakeSecret } from '@/lib/auth/secret-file';
import { inviteFirstAdmin } from '@/lib/commands/people/set-up-desk';
import { Desk } from '@/lib/desk/desk';
import { setDeskOfProcess } from '@/lib/desk/desk-of-process';
import { layFoundation } from '@/lib/desk/foundation';
import { readEnvironment } from '@/lib/environment';
import { PATH_HEADER } from '@/lib/page-path';
import { attachRealtime } from '@/lib/realtime/attach-realtime';

const environment = readEnvironment(process.env);
const { publicUrl, host, port, demo, production } = environment;
const log = pino({
  level: environment.logLevel,
  ...(production ? {} : { transport: { target: 'pino-pretty' } }),
});
const onError = (error: unknown) => log.error(error);

migrateDatabase(environment.databasePath);
const store = await openSqliteStore({ path: environment.databasePath });
const desk = await Desk.open({ store, onError });
await layFoundation(desk);

const allowsOrigin = originCheck(publicUrl);
const credentials = await openCredentials({
  path: environment.credentialsPath,
  secret: readOrMakeSecret(environment.secretPath),
  publicUrl,
  allowsOrigin,
  limitSignIns: true,
});
const callers = new Callers(desk, credentials);
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
  isReady: () => httpServer.listening,
  onError,
  openRoutes: demo ? demoRoutes(desk, credentials) : undefined,
});
const answerApi = getRequestListener(api.fetch);
httpServer.on('request', (request, response) => {
  const path = request.url ?? '/';
  if (!/^\/(api\/|healthz$|readyz$)/.test(path)) {
    // Next asks for parts of a page with a query of its own, which is no place to go back to.
    request.headers[PATH_HEADER] = path.replace(/[?&]_rsc=[^&]*/, '');
    return void answerPage(request, response);
  }
  request.headers[REMOTE_ADDRESS_HEADER] = request.socket.remoteAddress ?? 'unknown';
  return void answerApi(request, response);
});
const realtime = attachRealtime({ httpServer, desk, credentials, callers, allowsOrigin, onError });

httpServer.listen(port, host, async () => {
  log.info(`Frontrow is ready at ${publicUrl}`);
  const secret = await inviteFirstAdmin(desk);
  if (secret) log.info(`Set it up, once, at ${new URL(`/setup/${secret}`, publicUrl).href}`);
});

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info(`Stopping on ${signal}`);
  await realtime.close();
  httpServer.closeAllConnections();
  await pages.close();
  await desk.close();
  credentials.close();
  process.exit(0);
}
process.once('SIGINT', () => void stop('SIGINT'));
process.once('SIGTERM', () => void stop('SIGTERM'));
