import { TriangleAlert } from 'lucide-react';
import type { UndeliveredWire } from '@/lib/desk/wire';

/** Says below a reply that its customer does not have it, and why. */
export function UndeliveredMark({
  undelivered: { state, problem },
}: {
  undelivered: UndeliveredWire;
}) {
  return (
    <span role="status" className="flex basis-full items-start gap-1 font-medium text-on-solid">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="wrap-anywhere">
        {state === 'failed'
          ? 'Not delivered, and not tried again. '
          : 'Not delivered yet; it is tried again. '}
        {problem}
      </span>
    </span>
  );
}
