'use client';

import { lazy, Suspense } from 'react';
import './globals.css';

// This file comes with every page and is hardly ever shown: what it shows comes when it is.
const WentWrong = lazy(async () => {
  try {
    const { WentWrong } = await import('@/components/shell/went-wrong');
    return { default: WentWrong };
  } catch {
    return { default: OutOfReach };
  }
});

/** What is left to say when even its words cannot be fetched. */
function OutOfReach({ onRetry }: { onRetry: () => void }) {
  return (
    <p>
      Something went wrong, and Frontrow could not be reached.{' '}
      <button type="button" onClick={onRetry}>
        Reload
      </button>
    </p>
  );
}

export default function EverythingFailed({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Frontrow</title>
        <main className="h-dvh">
          <Suspense>
            <WentWrong digest={error.digest} onRetry={() => window.location.reload()} />
          </Suspense>
        </main>
      </body>
    </html>
  );
}
