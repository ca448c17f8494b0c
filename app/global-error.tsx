'use client';

import { WentWrong } from '@/components/shell/went-wrong';
import './globals.css';

export default function EverythingFailed({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Frontrow</title>
        <main className="h-dvh">
          <WentWrong digest={error.digest} onRetry={() => window.location.reload()} />
        </main>
      </body>
    </html>
  );
}
