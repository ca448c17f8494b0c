import { changesCatalogue, type Entry } from './entry';
import { foldCatalogue } from './fold-catalogue';
import { foldConversation } from './fold-conversation';
import type { Memory } from './memory';

/**
 * The projection: folds entries into memory, the only way memory ever changes. Their revisions
 * must follow memory's without a gap; views see all of them at once. Throws on a gap.
 */
export function project(memory: Memory, entries: readonly Entry[]): void {
  memory.queue.batch(() => {
    for (const entry of entries) {
      if (entry.revision !== memory.revision + 1)
        throw new Error(`Entry ${entry.revision} does not follow revision ${memory.revision}`);
      foldCatalogue(memory, entry);
      foldConversation(memory, entry);
      memory.revision = entry.revision;
      if (changesCatalogue(entry.kind)) memory.catalogueChanged(entry.revision);
    }
  });
}
