'use client';

import { useSyncExternalStore } from 'react';

const PATH = '/api/v1/crm/webhook';

/** Where the CRM pushes: at the address by which this page was opened, once that is known. */
export function usePushAddress(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => `${window.location.origin}${PATH}`,
    () => PATH,
  );
}
