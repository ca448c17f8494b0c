import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import { clientAddress } from '@/lib/auth/client-address';
import { REMOTE_ADDRESS_HEADER } from '@/lib/auth/credentials';

/**
 * Tells in a header where the request came from, whatever the client wrote there; `header` is the
 * one in which a proxy says it.
 */
export function remoteAddress(header: string | null) {
  return createMiddleware(async (c, next) => {
    const { headers } = c.req.raw;
    const told = header === null ? null : headers.get(header);
    headers.set(REMOTE_ADDRESS_HEADER, clientAddress(getConnInfo(c).remote.address, told));
    return next();
  });
}
