import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Tick } from '@/lib/realtime/tick';

describe('a tick', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function ticking(everyMs = 10) {
    const at: number[] = [];
    const errors: unknown[] = [];
    const start = performance.now();
    const work = () => void at.push(performance.now() - start);
    const tick = new Tick(
      work,
      () => everyMs,
      (error) => errors.push(error),
    );
    return { at, errors, tick };
  }

  it('works at once when idle, and has no timer then', () => {
    const { at, tick } = ticking();
    expect(vi.getTimerCount()).toBe(0);
    tick.request();
    vi.advanceTimersByTime(0);
    expect(at).toEqual([0]);
    vi.advanceTimersByTime(1_000);
    expect(at).toEqual([0]);
    expect(vi.getTimerCount()).toBe(0);
    tick.request();
    vi.advanceTimersByTime(0);
    expect(at).toEqual([0, 1_000]);
  });

  it('works once a period, however often it is asked', () => {
    const { at, tick } = ticking();
    for (let ms = 0; ms < 50; ms += 1) {
      for (let times = 0; times < 20; times += 1) tick.request();
      vi.advanceTimersByTime(1);
    }
    expect(at).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it('leaves the more time between the longer its work takes', () => {
    const at: number[] = [];
    const start = performance.now();
    const tick = new Tick(
      () => {
        at.push(performance.now() - start);
        vi.advanceTimersByTime(3);
      },
      (tookMs) => tookMs * 5,
      () => undefined,
    );
    tick.request();
    vi.advanceTimersByTime(0);
    tick.request();
    vi.advanceTimersByTime(11);
    expect(at).toEqual([0]);
    vi.advanceTimersByTime(1);
    expect(at).toEqual([0, 15]);
  });

  it('forgets what was asked when it is stopped', () => {
    const { at, tick } = ticking();
    tick.request();
    tick.stop();
    vi.advanceTimersByTime(1_000);
    expect(at).toEqual([]);
  });

  it('goes on after its work has failed', () => {
    const errors: unknown[] = [];
    const failure = new Error('A bug');
    const tick = new Tick(
      () => {
        throw failure;
      },
      () => 10,
      (error) => errors.push(error),
    );
    tick.request();
    vi.advanceTimersByTime(0);
    tick.request();
    vi.advanceTimersByTime(10);
    expect(errors).toEqual([failure, failure]);
  });
});
