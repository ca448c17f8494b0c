'use client';

import { useRetry } from '@/components/shell/use-retry';
import { WentWrong } from '@/components/shell/went-wrong';

export default function DeskFailed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const retry = useRetry(reset);
  return <WentWrong digest={error.digest} onRetry={retry} />;
}
