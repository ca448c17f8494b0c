'use client';

import { lazy, Suspense } from 'react';
import './globals.css';

// This file comes with every page and is hardly ever shown: what it shows comes when it is.
const WentWrong = lazy(async () => {
  const { WentWrong } = await import('@/components/shell/went-wrong');
  return { default: WentWrong };
});

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
