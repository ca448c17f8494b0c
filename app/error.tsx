'use client';

import { useRetry } from '@/components/shell/use-retry';
import { WentWrong } from '@/components/shell/went-wrong';

export default function Failed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const retry = useRetry(reset);
  return (
    <main className="h-dvh">
      <WentWrong digest={error.digest} onRetry={retry} />
    </main>
  );
}
