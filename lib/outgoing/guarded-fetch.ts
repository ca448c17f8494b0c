import { lookup } from 'node:dns/promises';
import { Agent, type Dispatcher } from 'undici';
import { AllowedHosts } from './allowed-hosts';
import { checkedConnector, type Resolve } from './checked-connector';
import { failureOf, OutgoingFailure } from './outgoing-failure';
import { parseOutgoingUrl } from './outgoing-url';

export type OutgoingCall = {
  url: string;
  /** JSON, as text: what was signed is what is sent. */
  body: string;
  headers?: Record<string, string>;
  /** From the first look at the name to the last byte of the answer. */
  timeoutMs: number;
  /** Most bytes of an answer; it is not read further. */
  maxBytes: number;
  /** Ends the call early. */
  signal?: AbortSignal;
};

export type OutgoingAnswer = {
  status: number;
  /** Names in lower case; of a header that came twice, the first. */
  headers: Record<string, string>;
  text: string;
  tookMs: number;
};

const resolveByOs: Resolve = (hostname) => lookup(hostname, { all: true, order: 'verbatim' });

/**
 * Calls servers whose addresses people have typed in, and harms nothing by it: http and https only,
 * no addresses inside a network unless the host is allowed, no redirects, a time limit on all of
 * it, and answers no longer than asked for. Holds connections open for a few seconds for the next
 * call; `close` it.
 */
export class GuardedFetch {
  private readonly agent: Agent;

  /** `allow` are hosts, `host` or `host:port`, that may lie inside the network. */
  constructor({ allow, resolve = resolveByOs }: { allow: readonly string[]; resolve?: Resolve }) {
    this.agent = new Agent({
      connect: checkedConnector(new AllowedHosts(allow), resolve),
      // The call's own limit covers all of it.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /**
   * Posts JSON. Resolves with the answer, whatever its status but a redirect; rejects with an
   * OutgoingFailure when there is none, or none that may be taken.
   */
  async post(call: OutgoingCall): Promise<OutgoingAnswer> {
    const { url, timeoutMs, signal: callers } = call;
    const parsed = parseOutgoingUrl(url);
    const gaveUp = new AbortController();
    const giveUp = (failure: OutgoingFailure) => gaveUp.abort(failure);
    const timer = setTimeout(
      () => giveUp(new OutgoingFailure('timed_out', `No whole answer within ${timeoutMs} ms.`)),
      timeoutMs,
    );
    const stop = () => giveUp(new OutgoingFailure('stopped', 'The call was given up.'));
    if (callers?.aborted) stop();
    callers?.addEventListener('abort', stop, { once: true });
    try {
      // A request that still waits for its connection does not hear of the end by itself.
      return await Promise.race([endOf(gaveUp.signal), this.answerTo(call, parsed, gaveUp.signal)]);
    } catch (thrown) {
      throw failureOf(thrown);
    } finally {
      clearTimeout(timer);
      callers?.removeEventListener('abort', stop);
    }
  }

  private async answerTo(
    { body, headers, maxBytes }: OutgoingCall,
    { origin, pathname, search }: URL,
    signal: AbortSignal,
  ): Promise<OutgoingAnswer> {
    const startedMs = performance.now();
    const answer = await this.agent.request({
      origin,
      path: `${pathname}${search}`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'Frontrow',
        ...headers,
      },
      body,
      signal,
    });
    const received = firstOfEach(answer.headers);
    const text = await readNoFurther(answer, received, maxBytes);
    const tookMs = performance.now() - startedMs;
    return { status: answer.statusCode, headers: received, text, tookMs };
  }

  /** Ends all connections, calls under way too. */
  async close(): Promise<void> {
    await this.agent.destroy(new OutgoingFailure('stopped', 'The desk is being stopped.'));
  }
}

/** Never resolves; rejects with the reason once the signal ends the call. */
function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The answer's text. Throws for a redirect and for too much of it, and lets go of the connection. */
async function readNoFurther(
  { statusCode, body }: Dispatcher.ResponseData,
  headers: Record<string, string>,
  maxBytes: number,
): Promise<string> {
  const refuse = (failure: OutgoingFailure) => {
    // What is let go of ends with an error of its own, which nobody waits for.
    body.on('error', () => {}).destroy();
    return failure;
  };
  if (statusCode >= 300 && statusCode < 400)
    throw refuse(new OutgoingFailure('redirected', redirectWords(headers.location), statusCode));
  const tooLarge = () =>
    refuse(new OutgoingFailure('too_large', `Its answer has more than ${maxBytes} bytes.`));
  if (Number(headers['content-length']) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const redirectWords = (location: string | undefined) =>
  location === undefined
    ? 'It redirects, and redirects are not followed.'
    : `It redirects to ${location.slice(0, 200)}, and redirects are not followed.`;

function firstOfEach(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
}
