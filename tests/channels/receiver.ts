import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** A call as it came in. */
export type Received = {
  id: string;
  body: string;
  json: { type: string; timestamp: string; data: Record<string, unknown> };
  headers: Record<string, string>;
};

/** What a server does with a call: answers with a status, or does as it likes. */
export type Behaviour = (received: Received, response: ServerResponse) => void;

const answers =
  (status: number, text = ''): Behaviour =>
  (_, response) => {
    response.writeHead(status).end(text);
  };

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** A real server that others call; it takes what it is called with unless told to behave otherwise. */
export async function startReceiver(port = 0) {
  const received: Received[] = [];
  const state = { behave: answers(204) };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const call = { id: headers['webhook-id'] ?? '', body, json: JSON.parse(body), headers };
    received.push(call);
    state.behave(call, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    port: address.port,
    /** All that came in, in order. */
    received,
    /** From now on it answers so. */
    answers: (status: number, text?: string) => {
      state.behave = answers(status, text);
    },
    behaves: (behave: Behaviour) => {
      state.behave = behave;
    },
    /** Throws unless a secret has signed the call. */
    verify: (secret: string, { body, headers }: Received) =>
      new Webhook(secret).verify(body, headers),
    async close(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
