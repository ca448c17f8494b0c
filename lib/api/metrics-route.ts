import { Hono } from 'hono';
import type { Callers } from '@/lib/auth/callers';
import { REMOTE_ADDRESS_HEADER } from '@/lib/auth/credentials';
import { may } from '@/lib/desk/context';
import type { Metrics } from '@/lib/metrics/metrics';
import { answerError } from './errors';

/** `GET /metrics`, for addresses on the allow-list and for callers who may see the load. */
export function metricsRoute(metrics: Metrics, callers: Callers, allow: ReadonlySet<string>) {
  return new Hono().get('/metrics', async (c) => {
    const { headers } = c.req.raw;
    if (!allow.has(headers.get(REMOTE_ADDRESS_HEADER) ?? '')) {
      const identified = await callers.fromHeaders(headers);
      if (!identified || !may(identified.caller, 'seeLoad')) {
        const message = 'Metrics need a token of scope read, or an address on METRICS_ALLOW.';
        return answerError(c, 401, { code: 'unauthenticated', message });
      }
    }
    const { type, body } = await metrics.text();
    return c.body(body, 200, { 'content-type': type });
  });
}
