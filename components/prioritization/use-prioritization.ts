'use client';

import { useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { refreshCatalogue } from '@/components/live/catalogue';
import { offerUndoWhileShown } from '@/components/shortcuts/offer-undo';
import { toast } from '@/components/ui/toast';
import type { SegmentWire } from '@/lib/desk/wire';

/**
 * The Prioritization list, changed at once on this screen and then on the desk. A refused change
 * is put back and says why; one that is kept offers to be undone.
 */
export function usePrioritization() {
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());

  const put = async (segment: SegmentWire, highPriority: boolean): Promise<boolean> => {
    setWanted((before) => new Map(before).set(segment.id, highPriority));
    try {
      await callApi(highPriority ? 'PUT' : 'DELETE', `/prioritization/${segment.id}`);
      await refreshCatalogue();
      return true;
    } catch (error) {
      toast.error(failureMessage(error));
      return false;
    } finally {
      setWanted((before) => {
        // A later press on the same switch has its own answer to wait for.
        if (before.get(segment.id) !== highPriority) return before;
        const left = new Map(before);
        left.delete(segment.id);
        return left;
      });
    }
  };

  const set = async (segment: SegmentWire, highPriority: boolean) => {
    if (!(await put(segment, highPriority))) return;
    offerUndoWhileShown(
      () => void put(segment, !highPriority),
      highPriority
        ? `${segment.name} is high-priority: the queue is ranked anew`
        : `${segment.name} no longer counts for priority`,
      `prioritization-${segment.id}`,
    );
  };

  return {
    isHighPriority: (segment: SegmentWire) => wanted.get(segment.id) ?? segment.highPriority,
    set,
  };
}
