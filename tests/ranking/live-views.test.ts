import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, applyCounts, type Change, diffWindow } from '@/lib/ranking/changes';
import type { QueueRow, ViewSpec } from '@/lib/ranking/filter';
import { LiveQueue } from '@/lib/ranking/live-queue';
import type { ViewMessage, ViewSnapshot } from '@/lib/ranking/live-view';
import { LiveViews } from '@/lib/ranking/live-views';
import { setOf } from '../segments/set-of';
import { doStep, type RowStep, rowSteps, specs } from './arbitraries';
import { NaiveQueue } from './naive-queue';

type Shown = QueueRow;
type Content = Omit<QueueRow, 'conversationId' | 'revision'>;

const plain: Content = {
  status: 'new',
  channel: 'api',
  ownerId: null,
  rankTimeMs: 0,
  priority: 0,
  segments: setOf(),
};

/** A desk without a store, and one screen a view that believes nothing but its messages. */
class Stage {
  readonly queue = new LiveQueue();
  readonly naive = new NaiveQueue();
  readonly views = new LiveViews<Shown>(this.queue, (id) => this.naive.shown(id));
  readonly screens = new Map<string, ViewSnapshot<Shown>>();
  revision = 0;

  step(step: RowStep): void {
    doStep(step, ++this.revision, this.queue, this.naive);
  }

  put(conversationId: string, facts: Partial<Content> = {}): void {
    const old = this.naive.rows.get(conversationId) ?? plain;
    this.step({ kind: 'put', conversationId, content: { ...contentOf(old), ...facts } });
  }

  /** As a socket joins: those who watch are told first, then the state is taken. */
  join(spec: ViewSpec): { key: string; message: ViewMessage<Shown> } {
    const key = this.views.open(spec);
    const message = this.views.flushOne(key, this.revision);
    if (this.screens.has(key)) this.fold(message);
    const snapshot = this.views.snapshot(key);
    expect(snapshot.revision).toBe(this.revision);
    const screen = this.screens.get(key);
    if (screen !== undefined) expect(snapshot).toEqual(screen);
    this.screens.set(key, snapshot);
    this.expectTruth(key);
    return { key, message };
  }

  leave(key: string): void {
    this.views.close(key);
    this.screens.delete(key);
  }

  flush(): ViewMessage<Shown>[] {
    const messages = this.views.flush(this.revision);
    expect(new Set(messages.map((message) => message.key)).size).toBe(messages.length);
    for (const message of messages) {
      const before = this.screens.get(message.key);
      const says =
        message.changes.length +
        Object.keys(message.segmentCounts).length +
        Number(message.total !== before?.total);
      expect(says).toBeGreaterThan(0);
      this.fold(message);
    }
    for (const key of this.screens.keys()) this.expectTruth(key);
    return messages;
  }

  fold(message: ViewMessage<Shown>): void {
    const screen = this.screens.get(message.key);
    if (screen === undefined) throw new Error('A message for a view that nobody watches');
    expect(message.from).toBe(screen.revision);
    expect(message.to).toBe(this.revision);
    for (const [id, count] of Object.entries(message.segmentCounts)) {
      expect(count).not.toBe(screen.segmentCounts[id] ?? 0);
    }
    const entries = applyChanges(screen.entries, message.changes);
    expectFewest(message.changes, diffWindow(screen.entries, entries));
    this.screens.set(message.key, {
      entries,
      total: message.total,
      segmentCounts: applyCounts(screen.segmentCounts, message.segmentCounts),
      revision: message.to,
    });
  }

  expectTruth(key: string): void {
    const spec = this.views.spec(key);
    const screen = this.screens.get(key);
    if (spec === undefined || screen === undefined) throw new Error(`${key} is not watched`);
    const truth = this.naive.window(spec.filter, spec.order, spec.offset, spec.limit);
    expect(screen.entries).toEqual(truth.ids.map((id) => this.naive.shown(id)));
    expect(screen.total).toBe(truth.total);
    expect(screen.segmentCounts).toEqual(this.naive.segmentCounts(spec.filter));
  }
}

/**
 * The same came and went as in a whole comparison of the windows, and no more moved; of two rows
 * that changed places, either may be the one that is told.
 */
function expectFewest(told: readonly Change<Shown>[], whole: readonly Change<Shown>[]): void {
  const of = (changes: readonly Change<Shown>[], op: Change<Shown>['op']) =>
    changes.filter((change) => change.op === op);
  expect(of(told, 'left')).toEqual(of(whole, 'left'));
  expect(of(told, 'entered')).toEqual(of(whole, 'entered'));
  expect(of(told, 'moved')).toHaveLength(of(whole, 'moved').length);
  expect(told.length).toBeLessThanOrEqual(whole.length);
}

function contentOf({ status, channel, ownerId, rankTimeMs, priority, segments }: Content): Content {
  return { status, channel, ownerId, rankTimeMs, priority, segments };
}

const whole: ViewSpec = { filter: {}, order: 'priority', offset: 0, limit: 50 };

const scenes = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('step' as const), step: rowSteps }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('batch' as const),
      steps: fc.array(rowSteps, { maxLength: 50 }),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'flush' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), spec: specs }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rejoin' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), which: fc.nat(9) }) },
);
type Scene = typeof scenes extends fc.Arbitrary<infer S> ? S : never;

function play(stage: Stage, scene: Scene): void {
  const keys = [...stage.screens.keys()];
  switch (scene.kind) {
    case 'step':
      stage.step(scene.step);
      break;
    case 'batch':
      stage.queue.batch(() => {
        for (const step of scene.steps) stage.step(step);
      });
      break;
    case 'flush':
      stage.flush();
      break;
    case 'join':
      stage.join(scene.spec);
      break;
    case 'rejoin':
    case 'leave': {
      const key = keys[scene.which % Math.max(1, keys.length)];
      const spec = key === undefined ? undefined : stage.views.spec(key);
      if (key === undefined || spec === undefined) break;
      if (scene.kind === 'rejoin') stage.join(spec);
      else stage.leave(key);
    }
  }
}

describe('views', () => {
  it('show the truth at every flush to screens that come and go while everything changes', () => {
    fc.assert(
      fc.property(
        fc.array(specs, { minLength: 1, maxLength: 4 }),
        fc.array(scenes, { minLength: 10, maxLength: 120 }),
        (opened, played) => {
          const stage = new Stage();
          for (const spec of opened) stage.join(spec);
          for (const scene of played) play(stage, scene);
          stage.flush();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('show the truth after each of a thousand changes', () => {
    const steps = fc.array(rowSteps, { minLength: 1_000, maxLength: 1_000, size: 'max' });
    fc.assert(
      fc.property(fc.array(specs, { minLength: 6, maxLength: 6 }), steps, (opened, thousand) => {
        const stage = new Stage();
        for (const spec of opened) stage.join(spec);
        for (const step of thousand) {
          stage.step(step);
          stage.flush();
        }
      }),
      { numRuns: 3 },
    );
  });

  it.each([
    ['is gone', (stage: Stage) => stage.step({ kind: 'remove', conversationId: 'c1' })],
    ['is another', (stage: Stage) => stage.put('c1', { channel: 'website' })],
    ['stands elsewhere', (stage: Stage) => stage.put('c1', { rankTimeMs: 9 })],
  ])(
    'do not show again as it was what one row pushed out of the window and %s when that leaves',
    (_, happens) => {
      const stage = new Stage();
      stage.put('c1');
      stage.put('c2', { rankTimeMs: 5 });
      stage.join({ ...whole, limit: 1 });
      stage.put('c0');
      happens(stage);
      stage.step({ kind: 'remove', conversationId: 'c0' });
      stage.flush();
    },
  );

  it('have one key for equal views, and are forgotten when closed', () => {
    const { views } = new Stage();
    const key = views.open({ ...whole, filter: { segments: ['b', 'a'] } });
    expect(views.open({ ...whole, filter: { segments: ['a', 'b', 'a'], status: 'new' } })).toBe(
      key,
    );
    expect(views.keys()).toEqual([key]);
    expect(views.spec(key)).toMatchObject({ filter: { segments: ['a', 'b'] }, limit: 50 });
    views.close(key);
    views.close(key);
    expect(views.has(key)).toBe(false);
    expect(views.spec(key)).toBeUndefined();
    expect(views.flush(1)).toEqual([]);
    expect(() => views.snapshot(key)).toThrow();
    expect(() => views.flushOne(key, 1)).toThrow();
  });

  it('say nothing when a change does not touch window, total or counts', () => {
    const stage = new Stage();
    for (let n = 0; n < 10; n++) stage.put(`c${n}`, { rankTimeMs: n });
    const { key } = stage.join({ ...whole, limit: 3 });
    const joined = stage.revision;
    stage.put('c8', { rankTimeMs: 20 });
    expect(stage.flush()).toEqual([]);
    expect(stage.views.snapshot(key).revision).toBe(joined);
    stage.put('c8', { rankTimeMs: -1 });
    expect(stage.flush()).toMatchObject([{ key, from: joined, to: stage.revision }]);
  });

  it('say nothing when a change was taken back before the flush', () => {
    const stage = new Stage();
    stage.put('a');
    stage.join(whole);
    stage.put('b', { segments: setOf('vip') });
    stage.step({ kind: 'remove', conversationId: 'b' });
    expect(stage.flush()).toEqual([]);
  });

  it('tell the total and the counts alone when a row changes behind the window', () => {
    const stage = new Stage();
    for (let n = 0; n < 5; n++) stage.put(`c${n}`, { rankTimeMs: n });
    stage.join({ ...whole, limit: 3 });
    stage.put('c9', { rankTimeMs: 9, segments: setOf('vip') });
    expect(stage.flush()).toMatchObject([{ changes: [], total: 6, segmentCounts: { vip: 1 } }]);
    stage.put('c9', { segments: setOf() });
    expect(stage.flush()).toMatchObject([{ changes: [], total: 6, segmentCounts: { vip: 0 } }]);
  });

  it('count all segments under the other filters, also those the filter leaves out', () => {
    const stage = new Stage();
    const { key } = stage.join({ ...whole, filter: { segments: ['vip'], channel: 'web' } });
    stage.put('a', { channel: 'web', segments: setOf('vip') });
    stage.put('b', { channel: 'web', segments: setOf('loud') });
    stage.put('c', { channel: 'api', segments: setOf('vip') });
    stage.flush();
    expect(stage.views.snapshot(key)).toMatchObject({
      total: 1,
      segmentCounts: { vip: 1, loud: 1 },
    });
  });

  it('tell a row that rises to the top as one move with its new content', () => {
    const stage = new Stage();
    for (let n = 0; n < 6; n++) stage.put(`c${n}`, { rankTimeMs: n });
    stage.join(whole);
    stage.put('c4', { priority: 1, segments: setOf('vip') });
    expect(stage.flush()).toMatchObject([
      {
        changes: [{ op: 'moved', conversationId: 'c4', index: 0, entry: { priority: 1 } }],
        segmentCounts: { vip: 1 },
      },
    ]);
  });

  it('tell every row of the window as edited when the catalogue changes', () => {
    const stage = new Stage();
    for (const id of ['a', 'b', 'c']) stage.put(id);
    stage.join({ ...whole, limit: 2 });
    stage.step({ kind: 'floor' });
    const [message] = stage.flush();
    expect(message?.changes.map((change) => change.op)).toEqual(['edited', 'edited']);
    expect(stage.flush()).toEqual([]);
  });

  it('answer a join with a message even if nothing changed', () => {
    const stage = new Stage();
    stage.put('a');
    const { key } = stage.join(whole);
    const before = stage.revision;
    stage.put('z', { status: 'pending' });
    const { message } = stage.join(whole);
    expect(message).toEqual({
      key,
      from: before,
      to: stage.revision,
      changes: [],
      total: 1,
      segmentCounts: {},
    });
  });

  it('refuse to be flushed inside a batch, and then show all of it at once', () => {
    const stage = new Stage();
    const { key } = stage.join(whole);
    stage.queue.batch(() => {
      stage.put('a');
      expect(() => stage.views.flush(stage.revision)).toThrow('batch');
      expect(() => stage.views.flushOne(key, stage.revision)).toThrow('batch');
      stage.put('b');
    });
    expect(stage.flush()).toMatchObject([{ total: 2 }]);
  });

  it('ask for what a row shows once, however many views hold it', () => {
    const queue = new LiveQueue();
    const asked: string[] = [];
    const views = new LiveViews(queue, (conversationId) => {
      asked.push(conversationId);
      return { conversationId, revision: queue.revisionOf(conversationId) };
    });
    const stage = new Stage();
    stage.put('a');
    const row = stage.naive.shown('a');
    queue.put(row);
    for (const limit of [1, 2, 3]) views.flushOne(views.open({ ...whole, limit }), 1);
    expect(asked).toEqual(['a']);
    queue.put({ ...row, revision: 2 });
    expect(views.flush(2)).toHaveLength(3);
    expect(asked).toEqual(['a', 'a']);
  });
});
