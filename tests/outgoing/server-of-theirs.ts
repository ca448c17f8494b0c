import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createPlainServer, type Socket } from 'node:net';

/** A server that is not ours, on a free port of this machine; end it with `close`. */
export type ServerOfTheirs = {
  port: number;
  host: string;
  url: string;
  close: () => Promise<void>;
};

/** A real HTTP server that answers as told. */
export async function serverOfTheirs(answer: RequestListener): Promise<ServerOfTheirs> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...placeOf(server),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server below HTTP: it writes what it likes into the connection. */
export async function rawServerOfTheirs(answer: (socket: Socket) => void): Promise<ServerOfTheirs> {
  const open = new Set<Socket>();
  const server = createPlainServer((socket) => {
    open.add(socket.on('error', () => {}));
    answer(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...placeOf(server),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function placeOf(server: Pick<Server, 'address'>) {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('It does not listen.');
  const { port } = address;
  return { port, host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}/` };
}
