import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnvironment } from '@/lib/environment';
import { buildIfStale } from './build-if-stale';
import { connectDemoCrm, startDemoCrm } from './demo-crm';
import { demoKeys, prepareDemoDesk, SHOP_MESSENGER, servedAt } from './demo-desk';
import { DeskApi } from './desk-api';
import { freePort } from './free-port';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
/** The shop's port is so many after the desk's. */
const SHOP_AFTER = 100;

const children = new Set<ChildProcess>();
let stopping = false;

/** Starts a Node process; what it writes on standard error is shown, what else it says is not. */
function start(args: readonly string[], variables: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...variables },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Ends the children, gently at first, then this process. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const ended = Promise.all([...children].map((child) => once(child, 'exit')));
  for (const child of children) child.kill('SIGTERM');
  await Promise.race([ended, pause(STOP_WITHIN_MS)]);
  for (const child of children) child.kill('SIGKILL');
  process.exit(code);
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt && server.exitCode === null) {
    const answer = await fetch(new URL('/readyz', url)).catch(() => null);
    if (answer?.ok) return;
    await pause(150);
  }
  throw new Error('The desk did not start.');
}

function boxed(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '─'.repeat(width + 4);
  const inside = lines.map((line) => `│  ${line.padEnd(width)}  │`);
  return [`┌${edge}┐`, ...inside, `└${edge}┘`].join('\n');
}

async function demo(): Promise<void> {
  const variables = { DATABASE_URL: 'sqlite:data/demo.db', NODE_ENV: 'production' } as const;
  const environment = readEnvironment({ ...process.env, ...variables });
  const running = await servedAt(environment);
  if (running) throw new Error(`The demo is running already, at ${running}/sign-in`);
  buildIfStale();
  const port = await freePort(environment.port, environment.host);
  if (port !== environment.port) console.log(`Port ${environment.port} is taken; using ${port}.`);
  const url = `http://localhost:${port}`;
  const publicUrl = process.env.PUBLIC_URL ? environment.publicUrl : url;
  await prepareDemoDesk(environment, url);
  const shopPort = await freePort(port + SHOP_AFTER, environment.host);
  const shopUrl = `http://localhost:${shopPort}`;
  const { token, shopSecret } = await demoKeys(environment, shopUrl);

  const crm = await startDemoCrm();
  const server = start(['dist/server.js'], {
    ...variables,
    OUTGOING_ALLOW: [...environment.outgoingAllow, crm.host].join(','),
    FRONTROW_DEMO: '1',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'warn',
  });
  await untilReady(url, server);
  await connectDemoCrm(new DeskApi(url, token), crm);
  server.once('exit', () => {
    if (!stopping) console.error('The desk has ended by itself.');
    void stop(1);
  });
  start(['--import', 'tsx', 'scripts/simulate.ts', '--url', url, '--token', token], {});
  const shop = ['--desk', publicUrl, '--channel', SHOP_MESSENGER.channel, '--port', `${shopPort}`];
  start(['--import', 'tsx', 'scripts/demo-shop.ts', ...shop], { SHOP_SECRET: shopSecret });
  const signIn = new URL('/sign-in', publicUrl).href;
  console.log(
    `\n${boxed([
      'Frontrow is live:',
      '',
      signIn,
      '',
      'A shop whose pages carry its messenger:',
      '',
      shopUrl,
      '',
      'Ctrl-C stops both.',
    ])}\n`,
  );
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
try {
  await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
