import {
  D2 as D2Mini,
  MultiSet as MiniSet,
  output as miniOutput,
  topKWithFractionalIndex as miniTopK,
} from '@electric-sql/d2mini';
import { BTreeIndex, createCollection, createLiveQueryCollection } from '@tanstack/db';
import { D2, MultiSet, orderByWithFractionalIndex, output } from '@tanstack/db-ivm';
import type { QueueRow } from '@/lib/ranking/filter';
import { LiveViews } from '@/lib/ranking/live-views';
import { compareRank, type Ranked } from '@/lib/ranking/order';
import { queueOf, WINDOW } from './rank-population';

/** What a change did to the window. */
export type Delta = { come: string[]; gone: string[] };

/** One way of watching the top of a queue: a row changes, and the window's changes come out. */
export type Watcher = { name: string; change(before: QueueRow, after: QueueRow): Delta };

export function frontrowWatcher(rows: readonly QueueRow[]): Watcher {
  const queue = queueOf(rows);
  const views = new LiveViews(queue, (conversationId) => ({
    conversationId,
    revision: queue.revisionOf(conversationId),
  }));
  let revision = 1;
  views.flushOne(views.open({ filter: {}, order: 'priority', offset: 0, limit: WINDOW }), revision);
  return {
    name: 'Frontrow',
    change(_before, after) {
      revision += 1;
      queue.put({ ...after, revision });
      const delta: Delta = { come: [], gone: [] };
      for (const { changes } of views.flush(revision)) {
        for (const change of changes) {
          if (change.op === 'entered') delta.come.push(change.entry.conversationId);
          if (change.op === 'left') delta.gone.push(change.conversationId);
        }
      }
      return delta;
    },
  };
}

type Keyed = [string, Ranked];

export function ivmWatcher(rows: readonly QueueRow[]): Watcher {
  const graph = new D2();
  const input = graph.newInput<Keyed>();
  let net = new Map<string, number>();
  input.pipe(
    orderByWithFractionalIndex((row: Ranked) => row, { comparator: compareRank, limit: WINDOW }),
    output((message) => {
      for (const [[key], by] of message.getInner()) net.set(key, (net.get(key) ?? 0) + by);
    }),
  );
  graph.finalize();
  input.sendData(new MultiSet(rows.map((row) => [[row.conversationId, row], 1])));
  graph.run();
  return {
    name: 'db-ivm',
    change(before, after) {
      net = new Map();
      input.sendData(
        new MultiSet([
          [[before.conversationId, before], -1],
          [[after.conversationId, after], 1],
        ]),
      );
      graph.run();
      return deltaOf(net);
    },
  };
}

export function d2miniWatcher(rows: readonly QueueRow[]): Watcher {
  const graph = new D2Mini();
  const input = graph.newInput<[null, Ranked]>();
  let net = new Map<string, number>();
  input.pipe(
    // It ranks within a key, so all rows share one.
    miniTopK(compareRank, { limit: WINDOW }),
    miniOutput((message) => {
      for (const [[, [row]], by] of message.getInner()) {
        net.set(row.conversationId, (net.get(row.conversationId) ?? 0) + by);
      }
    }),
  );
  graph.finalize();
  input.sendData(new MiniSet(rows.map((row) => [[null, row], 1])));
  graph.run();
  return {
    name: 'd2mini',
    change(before, after) {
      net = new Map();
      input.sendData(
        new MiniSet([
          [[null, before], -1],
          [[null, after], 1],
        ]),
      );
      graph.run();
      return deltaOf(net);
    },
  };
}

type Write = (row: QueueRow) => void;

/** A live query of @tanstack/db over a collection that is written to as a sync engine would. */
export function liveQueryWatcher(rows: readonly QueueRow[]): Watcher {
  let update: Write = () => {};
  const collection = createCollection<QueueRow, string>({
    id: 'queue',
    getKey: (row) => row.conversationId,
    startSync: true,
    autoIndex: 'eager',
    defaultIndexType: BTreeIndex,
    sync: {
      sync({ begin, write, commit, markReady }) {
        begin();
        for (const value of rows) write({ type: 'insert', value });
        commit();
        markReady();
        update = (value) => {
          begin();
          write({ type: 'update', value });
          commit();
        };
      },
    },
  });
  const live = createLiveQueryCollection({
    startSync: true,
    query: (q) =>
      q
        .from({ row: collection })
        .orderBy(({ row }) => row.priority, 'desc')
        .orderBy(({ row }) => row.rankTimeMs)
        .orderBy(({ row }) => row.conversationId)
        .limit(WINDOW),
  });
  let net = new Map<string, number>();
  live.subscribeChanges(
    (changes) => {
      for (const { type, value } of changes) {
        const by = type === 'insert' ? 1 : type === 'delete' ? -1 : 0;
        net.set(value.conversationId, (net.get(value.conversationId) ?? 0) + by);
      }
    },
    // Without it, it does not tell of a row that leaves and was there from the start.
    { includeInitialState: true },
  );
  return {
    name: '@tanstack/db',
    change(_before, after) {
      net = new Map();
      update(after);
      return deltaOf(net);
    },
  };
}

function deltaOf(net: ReadonlyMap<string, number>): Delta {
  const delta: Delta = { come: [], gone: [] };
  for (const [key, by] of net) {
    if (by > 0) delta.come.push(key);
    if (by < 0) delta.gone.push(key);
  }
  return delta;
}
