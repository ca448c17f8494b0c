import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_CHANNEL, type Role, type TokenScope } from '@/lib/desk/facts';

const PASSWORD = 'a password for tests';

export type SignedIn = { id: string; cookie: string };

/** A desk as people run it: the built server in a process of its own, on a fresh database. */
export class BuiltDesk {
  #server: ChildProcess | null = null;
  #log = '';
  #admin: SignedIn | null = null;
  #count = 0;

  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Starts a desk and sets it up with a first admin by the link it prints. */
  static async start({ database }: { database?: string } = {}): Promise<BuiltDesk> {
    const folder = await mkdtemp(join(tmpdir(), 'frontrow-browser-'));
    const port = await freePort();
    const desk = new BuiltDesk(`http://localhost:${port}`, folder, {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: 'localhost',
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: `sqlite:${database ?? join(folder, 'desk.db')}`,
      LOG_LEVEL: 'info',
      // Servers of a test's own.
      OUTGOING_ALLOW: '127.0.0.1',
    });
    await desk.launch();
    return desk;
  }

  /** Starts the process, and resolves when it answers. */
  async launch(): Promise<void> {
    const server = spawn(process.execPath, ['dist/server.js'], {
      env: this.environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#server = server;
    this.#log = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#log += text;
    });
    await this.#logged(/Frontrow is ready/);
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  /** Ends the process and removes its files. */
  async close(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The first admin; the second call gives the same. */
  async admin(): Promise<SignedIn> {
    if (this.#admin) return this.#admin;
    const link = await this.#logged(/http\S+\/setup\/[\w-]+/);
    const token = link.slice(link.lastIndexOf('/') + 1);
    const body = { token, name: 'Ada Admin', email: 'ada@example.com', password: PASSWORD };
    const answer = await this.#post('/setup', body);
    this.#admin = await this.#signedIn(answer);
    return this.#admin;
  }

  /** A new person of the role, come in by an invitation. */
  async person(role: Role, name: string): Promise<SignedIn> {
    this.#count += 1;
    const email = `person${this.#count}@example.com`;
    const invited = await this.call('POST', '/people', { name, email, role });
    const { invitationUrl } = invited;
    const token = String(invitationUrl).split('/').at(-1);
    return this.#signedIn(await this.#post('/join', { token, password: PASSWORD }));
  }

  /** A new API token's secret. */
  async token(scope: TokenScope): Promise<string> {
    const { secret } = await this.call('POST', '/tokens', { name: `a ${scope} token`, scope });
    return String(secret);
  }

  /** Calls the API as the admin, or as whom `headers` say. Throws when refused. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(headers ?? { cookie: (await this.admin()).cookie }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  /** A customer's message arrives on the channel `api`; gives the conversation's id. */
  async message(externalId: string, text: string, name = externalId): Promise<string> {
    this.#count += 1;
    const { conversationId } = await this.call(
      'POST',
      `/channels/${API_CHANNEL.key}/messages`,
      { contact: { externalId, name }, text, externalMessageId: `message-${this.#count}` },
      { authorization: `Bearer ${await this.#ingestToken()}` },
    );
    return String(conversationId);
  }

  /** The CRM says something about a contact. */
  async crm(externalId: string, values: Record<string, unknown>): Promise<void> {
    const headers = { authorization: `Bearer ${await this.#ingestToken()}` };
    await this.call('PATCH', `/contacts/${externalId}/attributes`, { as: 'crm', values }, headers);
  }

  /** Resolves every open conversation, so that a test begins with an empty queue. */
  async resolveAll(): Promise<void> {
    for (const status of ['new', 'pending']) {
      const { entries } = await this.call('GET', `/queue?status=${status}&limit=200`);
      if (!Array.isArray(entries)) throw new Error('No entries');
      for (const { conversationId } of entries)
        await this.call('POST', `/conversations/${conversationId}/status`, { status: 'resolved' });
    }
  }

  #ingest: Promise<string> | null = null;
  #ingestToken(): Promise<string> {
    this.#ingest ??= this.token('ingest');
    return this.#ingest;
  }

  /** Resolves with what the server has printed since it was started, once it fits. */
  async #logged(pattern: RegExp): Promise<string> {
    for (;;) {
      const [found] = pattern.exec(this.#log) ?? [];
      if (found !== undefined) return found;
      const server = this.#server;
      if (!server?.stdout || server.exitCode !== null)
        throw new Error(`The desk has ended: ${this.#log}`);
      await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
    }
  }

  #post(path: string, body: unknown): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #signedIn(answer: Response): Promise<SignedIn> {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const cookie = answer.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
    const me = await this.call('GET', '/me', undefined, { cookie });
    return { id: String(me.id), cookie };
  }
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
