import { createServer } from 'node:net';

const TRIES = 50;

/** The first port from `wanted` on that nobody listens on. Throws after fifty. */
export async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + TRIES; port += 1) {
    // Once for this host and once for all: elsewhere than on Linux one does not rule out the other.
    if ((await canListen(port, host)) && (await canListen(port))) return port;
  }
  throw new Error(`The ports ${wanted} to ${wanted + TRIES - 1} are all taken.`);
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}
