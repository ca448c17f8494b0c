import { useEffect, useEffectEvent } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { sayNextInQueue } from '@/components/live/next-in-queue';
import type { ShownList } from '@/components/live/queue-hold';
import type { QueueFilter } from '@/lib/ranking/filter';

/**
 * Tells the open conversation which one follows it here: the next below it, at the end the one
 * above. What a colleague has is passed over, unless the list is somebody's.
 */
export function useNextRow(shown: ShownList, { owner }: QueueFilter): void {
  const { me } = useCatalogue();
  const nextOf = useEffectEvent((conversationId: string): string | null => {
    const from = shown.placeOf(conversationId) ?? -1;
    const idAt = (place: number) => {
      const row = shown.at(place);
      if (!row || row.left || row.entry.conversationId === conversationId) return null;
      const others = row.entry.owner !== null && row.entry.owner.id !== me.id;
      return others && owner === undefined ? null : row.entry.conversationId;
    };
    for (let below = from + 1; below < shown.total; below += 1) {
      const id = idAt(below);
      if (id !== null) return id;
    }
    for (let above = from - 1; above >= 0; above -= 1) {
      const id = idAt(above);
      if (id !== null) return id;
    }
    return null;
  });
  useEffect(() => sayNextInQueue((conversationId) => nextOf(conversationId)), []);
}
