'use client';

import { WifiOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useConnection } from '@/components/live/connection';
import { useConversation } from '@/components/live/conversation-live';
import { useNow } from '@/components/ui/use-now';

/** The desk answers within this when all is well; a shorter gap is not worth a word. */
const PATIENCE_MS = 2_500;

/** Says when the pane may show what is no longer so, and since when. */
export function StaleBanner() {
  const { live, refusal } = useConversation();
  const connection = useConnection();
  const late = useLate(!live || !connection.live);
  if (refusal) return <Banner>{refusal.message} What you see may be out of date.</Banner>;
  if (!late) return null;
  return (
    <Banner>
      Not live: what you see may be out of date
      {connection.asOf !== null && <AsOf atMs={connection.asOf} />}. Reconnecting…
    </Banner>
  );
}

/** Not read out: words that change by the second would be read again and again. */
function AsOf({ atMs }: { atMs: number }) {
  const now = useNow();
  if (now === null) return null;
  const seconds = Math.max(0, Math.floor((now - atMs) / 1_000));
  return (
    <span aria-hidden="true" className="tabular-nums">
      , as of {seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`} ago
    </span>
  );
}

function Banner({ children }: { children: ReactNode }) {
  return (
    <p
      role="status"
      className="flex items-center gap-2 border-warn-line border-b bg-warn-soft px-3 py-1.5 text-ink sm:px-5"
    >
      <WifiOff aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <span>{children}</span>
    </p>
  );
}

/** Whether something has been waited for longer than all well takes. */
function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return late;
}
