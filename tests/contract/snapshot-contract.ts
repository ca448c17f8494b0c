import { describe, expect, it } from 'vitest';
import {
  bobWrites,
  contactCreated,
  keep,
  NEW,
  opened,
  PENDING,
  RESOLVED,
  received,
  stateChanged,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';
import { snapshotOf } from './snapshot-of';

/** The snapshot a desk opens with: what is in it, and of which moment it is. */
export function describeSnapshots(open: OpenStore): void {
  describe('a snapshot', () => {
    const desk = openedStore(open, { foundation: true });

    it('holds New and Pending conversations and their contacts, no others', async () => {
      const states = { a: NEW, b: RESOLVED, c: PENDING };
      for (const [id, state] of Object.entries(states)) {
        await keep(desk.store, [
          contactCreated(id),
          valuesChanged(id, { city: written(id), constructor: written('text') }),
          opened(id),
          stateChanged('conversation.statusChanged', id, NEW, state),
        ]);
      }
      await keep(desk.store, [contactCreated('d')]);
      const snapshot = await snapshotOf(desk.store);
      const { epoch, revision } = await desk.store.head();
      expect(snapshot).toMatchObject({ epoch, revision });
      expect(snapshot.conversations).toStrictEqual([
        await desk.store.conversation('conversation-a'),
        await desk.store.conversation('conversation-c'),
      ]);
      expect(snapshot.contacts).toEqual([
        await desk.store.contact('a'),
        await desk.store.contact('c'),
      ]);
    });

    it('is true at its revision, whatever is committed around it', async () => {
      await keep(desk.store, bobWrites());
      const commits = Array.from({ length: 20 }, (_, i) =>
        keep(desk.store, [
          valuesChanged('bob', { city: written(`city ${i}`) }),
          received('bob', `next-${i}`, `message ${i}`),
        ]),
      );
      const snapshots = await Promise.all(
        commits.flatMap((commit) => [
          snapshotOf(desk.store),
          commit.then(() => snapshotOf(desk.store)),
        ]),
      );
      for (const { revision, contacts, conversations } of snapshots) {
        const entries = (await desk.store.entriesAfter(0, 100)).filter(
          (entry) => entry.revision <= revision,
        );
        const last = entries.at(-1);
        expect(conversations[0]?.revision).toBe(last?.revision);
        expect(conversations[0]?.preview).toBe(
          last?.kind === 'conversation.messageReceived' ? last.personal?.text : undefined,
        );
        const change = entries.findLast((entry) => entry.kind === 'contact.attributesChanged');
        expect(contacts[0]?.values.city).toEqual(
          change?.kind === 'contact.attributesChanged'
            ? change.personal?.changes[0]?.after
            : undefined,
        );
      }
    });
  });
}
