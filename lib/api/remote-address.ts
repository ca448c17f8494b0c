import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import { REMOTE_ADDRESS_HEADER } from '@/lib/auth/credentials';

/** Tells in a header where the request came from, as the connection knows it, whatever the client wrote there. */
export const remoteAddress = createMiddleware(async (c, next) => {
  c.req.raw.headers.set(REMOTE_ADDRESS_HEADER, getConnInfo(c).remote.address ?? 'unknown');
  return next();
});
