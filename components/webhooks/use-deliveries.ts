'use client';

import { useCallback, useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import type { DeliveryState } from '@/lib/desk/endpoint';
import type { DeliveryWire } from '@/lib/desk/wire-webhooks';

const PAGE = 30;
const LOOK_EVERY_MS = 3_000;

/** An endpoint's last calls of a state, or of all; looked at again every few seconds while the page is seen. */
export function useDeliveries(endpointId: string, state: DeliveryState | null) {
  const [held, setHeld] = useState<{ state: DeliveryState | null; all: DeliveryWire[] } | null>(
    null,
  );
  const [failure, setFailure] = useState<string | null>(null);
  const [limit, setLimit] = useState(PAGE);

  const read = useCallback(
    async (signal?: AbortSignal) => {
      const query = new URLSearchParams({ limit: `${limit}`, ...(state && { state }) });
      const path = `/webhooks/${endpointId}/deliveries?${query}`;
      try {
        setHeld({ state, all: await callApi<DeliveryWire[]>('GET', path, undefined, signal) });
        setFailure(null);
      } catch (error) {
        if (!signal?.aborted) setFailure(failureMessage(error));
      }
    },
    [endpointId, state, limit],
  );

  useEffect(() => {
    const left = new AbortController();
    void read(left.signal);
    const timer = setInterval(() => {
      if (!document.hidden) void read(left.signal);
    }, LOOK_EVERY_MS);
    return () => {
      left.abort();
      clearInterval(timer);
    };
  }, [read]);

  // What was asked for before is not what is asked for now.
  const deliveries = held?.state === state ? held.all : null;
  return {
    /** Null before the first answer. */
    deliveries,
    failure,
    again: read,
    /** Null when there are no more, or no more are shown. */
    more:
      deliveries?.length === limit && limit < 200
        ? () => setLimit((shown) => Math.min(200, shown + PAGE))
        : null,
  };
}
