import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Resolve } from '@/lib/outgoing/checked-connector';
import { GuardedFetch, type OutgoingCall } from '@/lib/outgoing/guarded-fetch';
import { isOutgoingFailure } from '@/lib/outgoing/outgoing-failure';
import { rawServerOfTheirs, serverOfTheirs } from './server-of-theirs';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function keep<Closable extends { close: () => Promise<void> }>(one: Closable): Closable {
  open.push(one);
  return one;
}

const guarded = (allow: string[] = [], resolve?: Resolve) =>
  keep(new GuardedFetch({ allow, ...(resolve ? { resolve } : {}) }));

const CALL = { body: '{}', timeoutMs: 5_000, maxBytes: 10_000 } satisfies Partial<OutgoingCall>;

/** The failure a call ends in. Fails if it does not. */
async function failure(fetcher: GuardedFetch, call: Partial<OutgoingCall> & { url: string }) {
  const thrown = await fetcher.post({ ...CALL, ...call }).catch((error: unknown) => error);
  if (!isOutgoingFailure(thrown)) throw new Error('The call did not fail as it should.');
  return { code: thrown.code, message: thrown.message };
}

describe('a call to a server of theirs', () => {
  test('brings the answer, whatever its status', async () => {
    const seen: string[] = [];
    const theirs = keep(
      await serverOfTheirs((request, response) => {
        request.setEncoding('utf8').on('data', (text: string) => seen.push(text));
        response.writeHead(422, { 'X-Why': 'no such person' }).end('{"known":false}');
      }),
    );
    const answer = await guarded([theirs.host]).post({
      ...CALL,
      url: `${theirs.url}lookup?of=42`,
      body: '{"id":"é"}',
      headers: { 'x-signed': 'yes' },
    });
    expect(answer).toMatchObject({
      status: 422,
      text: '{"known":false}',
      headers: { 'x-why': 'no such person' },
    });
    expect(seen).toEqual(['{"id":"é"}']);
  });

  test('goes to a name that is resolved once, and to no other address', async () => {
    const theirs = keep(await serverOfTheirs((_request, response) => response.end('ok')));
    let asked = 0;
    const resolve: Resolve = async () => {
      asked++;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const fetcher = guarded(['crm.test'], resolve);
    const { text } = await fetcher.post({ ...CALL, url: `http://crm.test:${theirs.port}/` });
    expect({ text, asked }).toEqual({ text: 'ok', asked: 1 });
  });

  test.each([
    ['ftp://example.com/', 'Only http and https are called.'],
    ['file:///etc/passwd', 'Only http and https are called.'],
    ['http://name:password@example.com/', 'A URL may not hold a user name or a password.'],
    ['example.com/hook', 'This is not a URL, such as https://example.com/hook.'],
  ])('is not made to %s', async (url, message) => {
    expect(await failure(guarded(), { url })).toEqual({ code: 'bad_url', message });
  });

  test('says that nothing listens there', async () => {
    const theirs = await serverOfTheirs(() => {});
    await theirs.close();
    expect(await failure(guarded([theirs.host]), { url: theirs.url })).toEqual({
      code: 'no_connection',
      message: 'Nothing listens there: the connection was refused.',
    });
  });

  test('says that a name was not found', async () => {
    const resolve: Resolve = () =>
      Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    const { code } = await failure(guarded([], resolve), { url: 'http://nobody.test/' });
    expect(code).toBe('dns');
  });

  test('says that there is no secure connection', async () => {
    const theirs = keep(await serverOfTheirs((_request, response) => response.end('ok')));
    const url = theirs.url.replace('http:', 'https:');
    expect(await failure(guarded([theirs.host]), { url })).toMatchObject({ code: 'tls' });
  });
});

describe('a call into the network', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
  ])('is refused: %s', async (url) => {
    expect(await failure(guarded(), { url })).toMatchObject({ code: 'refused_address' });
  });

  test('is refused for a name that leads there, and says to which address', async () => {
    const resolve: Resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ];
    const { code, message } = await failure(guarded([], resolve), { url: 'http://crm.test/' });
    expect(code).toBe('refused_address');
    expect(message).toContain('crm.test leads to 10.0.0.7');
  });

  test('is refused for localhost, resolved by this machine', async () => {
    const { code } = await failure(guarded(), { url: 'http://localhost:1/' });
    expect(code).toBe('refused_address');
  });

  test('is allowed for a host on its port alone', async () => {
    const theirs = keep(await serverOfTheirs((_request, response) => response.end('ok')));
    const elsewhere = guarded([`127.0.0.1:${theirs.port + 1}`]);
    expect(await failure(elsewhere, { url: theirs.url })).toMatchObject({
      code: 'refused_address',
    });
    const { text } = await guarded([theirs.host]).post({ ...CALL, url: theirs.url });
    expect(text).toBe('ok');
  });

  test('does not come about when a name changes its answer after it was checked', async () => {
    let reached = 0;
    const theirs = keep(
      await serverOfTheirs((_request, response) => {
        reached++;
        response.end('inside');
      }),
    );
    let asked = 0;
    // Public when it is looked at first, an address of the internet that nobody has; inside after.
    const resolve: Resolve = async () =>
      asked++ === 0 ? [{ address: '2000::1', family: 6 }] : [{ address: '127.0.0.1', family: 4 }];
    const fetcher = guarded([], resolve);
    const url = `http://rebinding.test:${theirs.port}/`;
    const first = await failure(fetcher, { url, timeoutMs: 300 });
    expect(['no_connection', 'timed_out']).toContain(first.code);
    expect(asked).toBe(1);
    expect(await failure(fetcher, { url })).toMatchObject({ code: 'refused_address' });
    expect(reached).toBe(0);
  });
});

describe('a server of theirs that means no good', () => {
  test('hangs, and the call ends in time', async () => {
    const theirs = keep(await serverOfTheirs(() => {}));
    expect(await failure(guarded([theirs.host]), { url: theirs.url, timeoutMs: 150 })).toEqual({
      code: 'timed_out',
      message: 'No whole answer within 150 ms.',
    });
  });

  test('is never reached, and the call ends in time', async () => {
    const neverThere: Resolve = () => new Promise(() => {});
    const call = { url: 'http://crm.test/', timeoutMs: 150 };
    const startedMs = performance.now();
    expect(await failure(guarded([], neverThere), call)).toMatchObject({ code: 'timed_out' });
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  test('answers a byte at a time, and the call ends in time', async () => {
    const theirs = keep(
      await serverOfTheirs(async (_request, response) => {
        while (!response.destroyed) {
          response.write(' ');
          await pause(10);
        }
      }),
    );
    const call = { url: theirs.url, timeoutMs: 300 };
    expect(await failure(guarded([theirs.host]), call)).toMatchObject({ code: 'timed_out' });
  });

  test('does not say a byte of HTTP', async () => {
    const theirs = keep(await rawServerOfTheirs((socket) => socket.end('220 mail ready\r\n')));
    const { code } = await failure(guarded([theirs.host]), { url: theirs.url });
    expect(code).toBe('broken_answer');
  });

  test('promises more than it sends', async () => {
    const theirs = keep(
      await rawServerOfTheirs((socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort'),
      ),
    );
    const { code } = await failure(guarded([theirs.host]), { url: theirs.url });
    expect(code).toBe('broken_answer');
  });

  test('sends more than it promises: what was promised is read, the rest is no answer to another', async () => {
    const theirs = keep(
      await rawServerOfTheirs((socket) =>
        socket.once('data', () =>
          socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\nforged'),
        ),
      ),
    );
    const fetcher = guarded([theirs.host]);
    const texts = [];
    for (let nth = 0; nth < 2; nth++) {
      const answer = await fetcher.post({ ...CALL, url: theirs.url }).catch(() => undefined);
      if (answer) texts.push(answer.text);
    }
    expect(texts).not.toContain('forged');
  });

  test('sends ten megabytes, which are not read to their end', async () => {
    let sent = 0;
    const theirs = keep(
      await serverOfTheirs(async (_request, response) => {
        const megabyte = Buffer.alloc(1_000_000, 'x');
        for (let nth = 0; nth < 10 && !response.destroyed; nth++) {
          sent++;
          if (!response.write(megabyte))
            await Promise.race([once(response, 'drain'), once(response, 'close')]);
        }
        response.end();
      }),
    );
    expect(await failure(guarded([theirs.host]), { url: theirs.url })).toEqual({
      code: 'too_large',
      message: 'Its answer has more than 10000 bytes.',
    });
    expect(sent).toBeLessThan(10);
  });

  test('announces ten megabytes, and not one is read', async () => {
    const theirs = keep(
      await serverOfTheirs((_request, response) => {
        response.writeHead(200, { 'content-length': '10000000' }).write('x');
      }),
    );
    const { code } = await failure(guarded([theirs.host]), { url: theirs.url });
    expect(code).toBe('too_large');
  });

  test('redirects into the network, and is not followed', async () => {
    let reached = 0;
    const inside = keep(
      await serverOfTheirs((_request, response) => {
        reached++;
        response.end('secret');
      }),
    );
    const theirs = keep(
      await serverOfTheirs((_request, response) => {
        response.writeHead(307, { location: inside.url }).end();
      }),
    );
    const allowsBoth = guarded([theirs.host, inside.host]);
    expect(await failure(allowsBoth, { url: theirs.url })).toEqual({
      code: 'redirected',
      message: `It redirects to ${inside.url}, and redirects are not followed.`,
    });
    expect(reached).toBe(0);
  });

  test('is let go of when nobody wants the answer any more', async () => {
    const theirs = keep(await serverOfTheirs(() => {}));
    const giveUp = new AbortController();
    const failed = failure(guarded([theirs.host]), { url: theirs.url, signal: giveUp.signal });
    giveUp.abort();
    expect(await failed).toMatchObject({ code: 'stopped' });
  });
});
