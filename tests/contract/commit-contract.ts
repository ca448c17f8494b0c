import { describe, expect, it } from 'vitest';
import {
  about,
  ada,
  bobWrites,
  contactCreated,
  FOUNDATION,
  keep,
  NEW,
  NOON,
  OWNED,
  opened,
  received,
  stateChanged,
  valuesChanged,
  written,
} from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';
import { snapshotOf } from './snapshot-of';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

/** Commits, expectations, revisions, the journal and time. */
export function describeCommits(open: OpenStore): void {
  describe('an empty desk', () => {
    const desk = openedStore(open, { foundation: false });

    it('has an epoch, no entries and an empty catalogue', async () => {
      const { epoch, revision } = await desk.store.head();
      expect(epoch).toMatch(/^[0-9a-f-]{36}$/);
      expect(revision).toBe(0);
      expect(await desk.store.entriesAfter(0, 10)).toEqual([]);
      expect(await snapshotOf(desk.store)).toEqual({
        epoch,
        revision: 0,
        catalogue: {
          revision: 0,
          attributes: [],
          segments: [],
          prioritization: { segmentIds: [], revision: 0 },
          settings: { timeZone: 'UTC', autoResolveAfterHours: null },
          crm: { connection: null, revision: 0 },
          channels: [],
          people: [],
        },
        conversations: [],
        contacts: [],
      });
    });

    it('can be founded once, however many try', async () => {
      const found = () =>
        keep(desk.store, FOUNDATION, { expect: [{ kind: 'catalogue', revision: 0 }] });
      const results = await Promise.allSettled([found(), found(), found()]);
      expect(results.map((result) => result.status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
      ]);
      expect((await desk.store.head()).revision).toBe(FOUNDATION.length);
    });

    it('keeps no commit without entries', async () => {
      await expect(keep(desk.store, [])).rejects.toThrow('at least one entry');
    });
  });

  describe('a commit', () => {
    const desk = openedStore(open, { foundation: true });

    it('gives consecutive revisions, without gaps, under 50 commits at once', async () => {
      const start = (await desk.store.head()).revision;
      const commits = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          keep(desk.store, [
            contactCreated(`contact-${i}`),
            ...(i % 2 ? [valuesChanged(`contact-${i}`, { city: written('Rome') })] : []),
          ]),
        ),
      );
      for (const entries of commits) {
        const first = entries[0]?.revision ?? 0;
        expect(entries.map((entry) => entry.revision)).toEqual(entries.map((_, i) => first + i));
      }
      const revisions = commits.flat().map((entry) => entry.revision);
      expect(revisions.sort((a, b) => a - b)).toEqual(
        Array.from({ length: 75 }, (_, i) => start + 1 + i),
      );
      expect((await desk.store.head()).revision).toBe(start + 75);
    });

    it('returns the entries exactly as the journal gives them later', async () => {
      const start = (await desk.store.head()).revision;
      const kept = [
        ...(await keep(desk.store, bobWrites())),
        ...(await keep(desk.store, [
          valuesChanged('bob', { constructor: written('text'), vip: written(true) }),
          stateChanged('conversation.claimed', 'bob', NEW, OWNED),
        ])),
      ];
      expect(kept).toHaveLength(5);
      expect(kept[4]).toStrictEqual({
        revision: start + 5,
        at: NOON,
        actor: ada,
        cause: 'test',
        kind: 'conversation.claimed',
        body: about('bob', NEW, OWNED),
        personal: null,
      });
      expect(await desk.store.entriesAfter(start, 100)).toStrictEqual(kept);
      expect(await desk.store.entriesAfter(start + 1, 2)).toStrictEqual(kept.slice(1, 3));
      expect(await desk.store.entriesAfter(start + 5, 100)).toEqual([]);
    });

    it('keeps nothing when a later one of its entries is refused', async () => {
      await keep(desk.store, bobWrites());
      const before = await snapshotOf(desk.store);
      await expect(
        keep(desk.store, [
          contactCreated('carol'),
          opened('carol'),
          received('carol', 'message-2', 'Hi', 'external-message-1'),
          stateChanged('conversation.claimed', 'bob', NEW, OWNED),
        ]),
      ).rejects.toEqual(conflict);
      expect(await snapshotOf(desk.store)).toEqual(before);
      expect(await desk.store.entriesAfter(before.revision, 10)).toEqual([]);
      expect(await desk.store.contact('carol')).toBeNull();
      const [next] = await keep(desk.store, [contactCreated('carol')]);
      expect(next?.revision).toBe(before.revision + 1);
    });

    it('is refused when a contact or a conversation has moved on', async () => {
      await keep(desk.store, bobWrites());
      const contact = await desk.store.contact('bob');
      const conversation = await desk.store.conversation('conversation-bob');
      const believed = [
        { kind: 'contact', id: 'bob', revision: contact?.revision ?? 0 },
        { kind: 'conversation', id: 'conversation-bob', revision: conversation?.revision ?? 0 },
      ] as const;
      const claim = stateChanged('conversation.claimed', 'bob', NEW, OWNED);
      await keep(desk.store, [claim, valuesChanged('bob', { city: written('Rome') })], {
        expect: [...believed],
      });
      for (const expectation of believed) {
        await expect(keep(desk.store, [claim], { expect: [expectation] })).rejects.toEqual(
          conflict,
        );
      }
    });

    it('is refused when what it makes has been made meanwhile', async () => {
      const none = { kind: 'contact', id: 'bob', revision: 0 } as const;
      await keep(desk.store, [contactCreated('bob')], { expect: [none] });
      await expect(keep(desk.store, [contactCreated('carol')], { expect: [none] })).rejects.toEqual(
        conflict,
      );
      expect(await desk.store.contact('carol')).toBeNull();
    });

    it('is refused when the catalogue has moved on, and only then', async () => {
      const { catalogue } = await snapshotOf(desk.store);
      const believed = [{ kind: 'catalogue', revision: catalogue.revision }] as const;
      await keep(desk.store, bobWrites());
      const toggle = keep(
        desk.store,
        [{ kind: 'prioritization.changed', body: { before: [], after: ['vip'] } }],
        { expect: [...believed] },
      );
      expect(await toggle).toHaveLength(1);
      await expect(
        keep(desk.store, [{ kind: 'prioritization.changed', body: { before: [], after: [] } }], {
          expect: [...believed],
        }),
      ).rejects.toEqual(conflict);
      const after = await snapshotOf(desk.store);
      expect(after.catalogue.revision).toBe(after.revision);
      expect(after.catalogue.prioritization.segmentIds).toEqual(['vip']);
    });

    it('lets one of twenty claim a conversation', async () => {
      await keep(desk.store, bobWrites());
      const revision = (await desk.store.conversation('conversation-bob'))?.revision ?? 0;
      const claims = await Promise.allSettled(
        Array.from({ length: 20 }, () =>
          keep(desk.store, [stateChanged('conversation.claimed', 'bob', NEW, OWNED)], {
            expect: [{ kind: 'conversation', id: 'conversation-bob', revision }],
          }),
        ),
      );
      expect(claims.filter((claim) => claim.status === 'fulfilled')).toHaveLength(1);
    });

    it('is refused when it is about something that does not exist', async () => {
      await expect(keep(desk.store, [opened('nobody')])).rejects.toEqual(conflict);
      await expect(
        keep(desk.store, [stateChanged('conversation.claimed', 'nobody', NEW, OWNED)]),
      ).rejects.toEqual(conflict);
      await expect(
        keep(desk.store, [valuesChanged('nobody', { city: written('Rome') })]),
      ).rejects.toEqual(conflict);
    });

    it('never goes back in time, though the clock does', async () => {
      const times: (number | undefined)[] = [];
      for (const now of [NOON + 5_000, NOON + 1_000, NOON + 5_001]) {
        desk.time.now = now;
        const [entry] = await keep(desk.store, [contactCreated(`contact-${now}`)]);
        times.push(entry?.at);
      }
      expect(times).toEqual([NOON + 5_000, NOON + 5_000, NOON + 5_001]);
    });

    it('is there again after the store was closed and opened', async () => {
      await keep(desk.store, bobWrites());
      await keep(desk.store, [valuesChanged('bob', { constructor: written('text') })]);
      const snapshot = await snapshotOf(desk.store);
      const entries = await desk.store.entriesAfter(0, 100);
      desk.time.now = NOON - 60_000;
      const again = await desk.reopen();
      expect(await snapshotOf(again)).toEqual(snapshot);
      expect(await again.entriesAfter(0, 100)).toStrictEqual(entries);
      const [next] = await keep(again, [contactCreated('carol')]);
      expect(next).toMatchObject({ revision: snapshot.revision + 1, at: NOON });
    });
  });
}
