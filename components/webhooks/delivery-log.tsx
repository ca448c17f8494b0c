'use client';

import { useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { ListFrame } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { DeliveryState } from '@/lib/desk/endpoint';
import { DeliveryRow } from './delivery-row';
import { useDeliveries } from './use-deliveries';

const STATES: { value: DeliveryState | 'all'; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'due', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'dead', label: 'Given up' },
];

const EMPTY: Record<DeliveryState | 'all', string> = {
  all: 'No calls yet',
  due: 'Nothing waits',
  delivered: 'Nothing delivered yet',
  dead: 'Nothing was given up',
};

/** The last calls of an endpoint: what was sent, what came of it, and making one again. */
export function DeliveryLog({ endpointId }: { endpointId: string }) {
  const [state, setState] = useState<DeliveryState | 'all'>('all');
  const { deliveries, failure, again, more } = useDeliveries(
    endpointId,
    state === 'all' ? null : state,
  );
  const mayShape = useMayShape();

  const redeliver = async (path: string) => {
    try {
      await callApi('POST', `/webhooks/${endpointId}${path}`, {});
      toast.success('Tried again now');
      await again();
    } catch (error) {
      toast.error(failureMessage(error));
    }
  };

  return (
    <section aria-labelledby="calls">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="calls" className="font-semibold text-base">
          Calls
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          {state === 'dead' && mayShape && (deliveries?.length ?? 0) > 0 && (
            <Button size="sm" onClick={() => redeliver('/redeliver')}>
              Try all again
            </Button>
          )}
          <Segmented
            label="Which calls"
            size="sm"
            value={state}
            onValueChange={setState}
            options={STATES}
          />
        </div>
      </div>
      {failure && (
        <Notice tone="danger" className="mb-3">
          {failure}
        </Notice>
      )}
      <ListFrame>
        {deliveries === null && !failure && <Skeleton className="m-4 h-24" />}
        {deliveries?.length === 0 && <EmptyState title={EMPTY[state]} />}
        <ul aria-label="Calls">
          {deliveries?.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              redeliver={mayShape ? () => redeliver(`/deliveries/${delivery.id}/redeliver`) : null}
            />
          ))}
        </ul>
        {more && (
          <div className="border-line border-t px-4 py-2">
            <Button variant="ghost" size="sm" onClick={more}>
              Show more
            </Button>
          </div>
        )}
      </ListFrame>
    </section>
  );
}
