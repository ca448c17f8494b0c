'use client';

import { useConversation } from '@/components/live/conversation-live';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { ageWords } from '@/components/ui/durations';
import { Spinner } from '@/components/ui/spinner';
import { useNow } from '@/components/ui/use-now';
import { CrmLeftOut } from './crm-left-out';
import { crmWords } from './crm-words';
import { useLookUp } from './use-look-up';

/** How the contact stands with the CRM: validated or not, how old that is, what failed. */
export function CrmLookup() {
  const { crm } = useConversation().detail;
  const { lookUp, asking } = useLookUp();
  const now = useNow(15_000);
  if (!crm) return null;
  const { icon: Icon, look, text } = crmWords(crm);
  const { answeredAt, freshUntil, isWaiting, problem, nextTryAt } = crm;
  // Before the page is alive nobody knows the time: then nothing is called old.
  const isOld = now !== null && freshUntil !== null && Date.parse(freshUntil) <= now;
  return (
    <section aria-label="CRM" className="rounded-md border border-line bg-canvas px-3 py-2 text-sm">
      <div className="flex items-center gap-2">
        {isWaiting ? (
          <Spinner className="size-4 shrink-0" />
        ) : (
          <Icon aria-hidden="true" className={cn('size-4 shrink-0', look)} />
        )}
        <p role="status" className="min-w-0 flex-1">
          {text}
        </p>
        <Button size="sm" busy={asking} disabled={isWaiting && nextTryAt === null} onClick={lookUp}>
          Look up now
        </Button>
      </div>
      {answeredAt && (
        <p className="mt-1 pl-6 text-ink-muted text-xs">
          Answered {ageOf(answeredAt, now)}
          {isOld && <span className="ml-1.5 font-medium text-warn">stale</span>}
        </p>
      )}
      {problem && (
        <p className="mt-1 pl-6 text-warn text-xs wrap-anywhere">
          <span className="font-medium">The last lookup failed.</span> {problem}{' '}
          {nextTryAt ? 'It is tried again by itself.' : 'It is not tried again by itself.'}
        </p>
      )}
      <CrmLeftOut crm={crm} />
    </section>
  );
}

/** How long ago; the server's clock and the page's agree on the first render. */
function ageOf(at: string, now: number | null): string {
  const age = ageWords(Math.max(0, (now ?? Date.parse(at)) - Date.parse(at)));
  return age === 'now' ? 'just now' : `${age} ago`;
}
