import { describe } from 'vitest';
import type { Clock } from '@/lib/desk/clock';
import type { Store } from '@/lib/desk/store';
import { describeAccess } from './access-contract';
import { describeCatalogue } from './catalogue-contract';
import { describeCommits } from './commit-contract';
import { describeContacts } from './contact-contract';
import { describeConversations } from './conversation-contract';

/** A store to test: empty, with the clock given; `reopen` closes it and opens what it kept. */
export type OpenStore = (options?: { clock?: Clock }) => Promise<{
  store: Store;
  reopen: () => Promise<Store>;
  close: () => Promise<void>;
}>;

/** What every Store promises, whatever it keeps its rows in. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    describeCommits(open);
    describeCatalogue(open);
    describeAccess(open);
    describeContacts(open);
    describeConversations(open);
  });
}
