'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { Refusal, send } from './send';

const ROLES = [
  { role: 'agent', name: 'Agent', does: 'Works the queue: who is next, and why' },
  { role: 'supervisor', name: 'Supervisor', does: 'Watches load and waiting, reassigns' },
  { role: 'admin', name: 'Admin', does: 'Shapes attributes, segments and priorities' },
] as const;

/** Three doors into the demo desk, one a role. */
export function DemoSignIn({ next }: { next: string }) {
  const [opening, setOpening] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const enter = async (role: string) => {
    setOpening(role);
    setRefused(null);
    try {
      await send('/api/v1/demo/sign-in', { role });
      window.location.assign(next);
    } catch (error) {
      setOpening(null);
      setRefused(error instanceof Refusal ? error.message : 'Something went wrong. Try again.');
    }
  };

  return (
    <section aria-label="Demo desk" className="mb-6">
      {refused && (
        <Notice tone="danger" className="mb-3">
          {refused}
        </Notice>
      )}
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line-strong">
        {ROLES.map(({ role, name, does }) => (
          <li key={role}>
            <button
              type="button"
              disabled={opening !== null}
              aria-busy={opening === role || undefined}
              onClick={() => enter(role)}
              className="group flex w-full items-center gap-3 px-3.5 py-2.5 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2 disabled:text-ink-muted"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">Enter as {name.toLowerCase()}</span>
                <span className="block text-ink-muted text-xs">{does}</span>
              </span>
              {opening === role ? (
                <Spinner className="text-ink-muted" />
              ) : (
                <ArrowRight
                  aria-hidden="true"
                  className="size-4 shrink-0 text-ink-faint transition-transform group-hover:translate-x-0.5 group-hover:text-ink"
                />
              )}
            </button>
          </li>
        ))}
      </ul>
      <p
        aria-hidden="true"
        className="mt-6 flex items-center gap-3 text-ink-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
      >
        or with a password
      </p>
    </section>
  );
}
