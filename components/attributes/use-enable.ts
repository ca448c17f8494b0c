'use client';

import { useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { refreshCatalogue } from '@/components/live/catalogue';
import { toast } from '@/components/ui/toast';
import type { AttributeWire } from '@/lib/desk/wire';

/** Enables an attribute, which asks nothing: it brings back what there was. */
export function useEnable({ key, label }: AttributeWire): () => Promise<void> {
  const [enabling, setEnabling] = useState(false);
  return async () => {
    if (enabling) return;
    setEnabling(true);
    try {
      await callApi('PATCH', `/attributes/${key}`, { enabled: true });
      await refreshCatalogue();
      toast.success(`${label} is enabled; conditions on it count again`);
    } catch (error) {
      toast.error(failureMessage(error));
    }
    setEnabling(false);
  };
}
