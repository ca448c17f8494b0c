import { z } from 'zod';

const TIMEOUT_MS = 10_000;

/** The desk does not answer at the moment: it restarts, or the network is down. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The desk has said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const refusal = z.object({ error: z.object({ message: z.string() }) });

type Call = { method: string; path: string; body?: unknown; cookie?: string };

/** The public HTTP API, called with a token, or with a person's cookie where one is given. */
export class DeskApi {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** The answer, parsed. Throws Refused and Unreachable. */
  async call<S extends z.ZodType>(schema: S, call: Call): Promise<z.infer<S>> {
    const response = await this.answered(call);
    return schema.parse(await response.json());
  }

  /** Calls without reading the answer. Throws Refused and Unreachable. */
  async send(call: Call): Promise<void> {
    await (await this.answered(call)).arrayBuffer();
  }

  /** The cookie of a colleague who signs in on a demo desk. Throws Refused elsewhere. */
  async signIn(email: string): Promise<string> {
    const body = { role: 'agent', email };
    const response = await this.answered({ method: 'POST', path: '/demo/sign-in', body });
    const cookies = response.headers.getSetCookie();
    return cookies.map((cookie) => cookie.split(';', 1).join()).join('; ');
  }

  private async answered({ method, path, body, cookie }: Call): Promise<Response> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (cookie) headers.cookie = cookie;
    else headers.authorization = `Bearer ${this.token}`;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const target = `${this.url.replace(/\/$/, '')}/api/v1${path}`;
    const init = {
      method,
      headers,
      signal,
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    const response = await fetch(target, init).catch((cause: unknown) => {
      throw new Unreachable(`${this.url} does not answer.`, { cause });
    });
    if (response.ok) return response;
    if (response.status >= 500 || response.status === 429)
      throw new Unreachable(`${this.url} answers ${response.status}.`);
    const said = refusal.safeParse(await response.json().catch(() => null));
    throw new Refused(response.status, said.data?.error.message ?? `Status ${response.status}`);
  }
}
