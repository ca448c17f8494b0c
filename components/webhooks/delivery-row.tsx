'use client';

import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { RelativeTime } from '@/components/ui/relative-time';
import { counted } from '@/components/workspace/counted';
import type { DeliveryWire } from '@/lib/desk/wire-webhooks';

/** One call: what it told, what came of it, and, opened, all of it. */
export function DeliveryRow({
  delivery,
  redeliver,
}: {
  delivery: DeliveryWire;
  /** Null for those who may not. */
  redeliver: (() => void) | null;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { event, state, attempts, status, problem, createdAt } = delivery;
  const isFailing = state === 'due' && attempts > 0;
  const look = { due: 'text-ink-muted', delivered: 'text-ink', dead: 'text-danger' }[state];
  return (
    <li className="border-line border-b text-sm last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          className="flex min-w-0 flex-1 basis-56 items-center gap-1.5 rounded-sm text-left pointer-coarse:min-h-11"
        >
          <ChevronDown
            aria-hidden
            className={cn('size-3.5 shrink-0 text-ink-faint', !isOpen && '-rotate-90')}
          />
          <code className="truncate font-mono text-ink text-xs">{event}</code>
        </button>
        <span className="flex items-baseline gap-4 pl-5 sm:pl-0">
          <span className={cn('text-xs tabular-nums', isFailing ? 'text-warn' : look)}>
            {stateWords(delivery)}
            {status !== null && ` · ${status}`}
          </span>
          <span className="text-ink-muted text-xs sm:w-20 sm:text-right">
            <RelativeTime at={createdAt} />
          </span>
        </span>
      </div>
      {isOpen && (
        <div id={id} className="space-y-3 px-4 pt-1 pb-4">
          {problem && <p className="wrap-anywhere text-danger text-xs">{problem}</p>}
          <p className="text-ink-muted text-xs">
            {attempts === 0 ? 'Not tried yet' : `Tried ${counted(attempts, 'time')}`}
            {delivery.triedAt && (
              <>
                , last <RelativeTime at={delivery.triedAt} />
              </>
            )}
            {' · '}
            <code className="wrap-anywhere font-mono">{delivery.webhookId}</code>
          </p>
          <Text label="Sent" text={pretty(delivery.body)} />
          {delivery.answer && <Text label="Answered" text={delivery.answer} />}
          {redeliver && (
            <Button size="sm" onClick={redeliver}>
              {state === 'due' ? 'Try now' : 'Deliver again'}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className="mb-1 font-medium text-ink text-xs">{label}</p>
      <pre className="max-h-72 overflow-y-auto whitespace-pre-wrap wrap-anywhere rounded-md border border-line bg-canvas p-2 font-mono text-ink text-xs">
        {text}
      </pre>
    </div>
  );
}

function stateWords({ state, attempts }: DeliveryWire): string {
  if (state === 'delivered') return 'Delivered';
  if (state === 'dead') return 'Given up';
  return attempts === 0 ? 'Waiting' : 'Failing, tried again';
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
