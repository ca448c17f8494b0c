'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';

/** Tries a failed page again from the server on; `reset` alone would render the same failure. */
export function useRetry(reset: () => void): () => void {
  const router = useRouter();
  return () => {
    startTransition(() => {
      router.refresh();
      reset();
    });
  };
}
