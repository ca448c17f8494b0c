import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Circuit } from '@/lib/outgoing/circuit';
import { OutgoingFailure } from '@/lib/outgoing/outgoing-failure';

const down = () => Promise.reject(new OutgoingFailure('timed_out', 'No answer.'));
const up = () => Promise.resolve('answer');
const REST_MS = 30_000;

describe('a server that fails several times in a row', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A circuit that has just opened. */
  async function resting(): Promise<Circuit> {
    const circuit = new Circuit({ afterFailures: 3, restMs: REST_MS });
    for (let nth = 0; nth < 3; nth++)
      await expect(circuit.run(down)).rejects.toMatchObject({ code: 'timed_out' });
    return circuit;
  }

  test('is left alone', async () => {
    const circuit = await resting();
    const call = vi.fn(up);
    await expect(circuit.run(call)).rejects.toMatchObject({ code: 'resting' });
    expect(call).not.toHaveBeenCalled();
    expect(circuit.rests).toBe(true);
  });

  test('is tried by one call after the rest, and asked again if that succeeds', async () => {
    const circuit = await resting();
    vi.setSystemTime(Date.now() + REST_MS);
    expect(await circuit.run(up)).toBe('answer');
    expect(await circuit.run(up)).toBe('answer');
    expect(circuit.rests).toBe(false);
  });

  test('rests again if that one fails', async () => {
    const circuit = await resting();
    vi.setSystemTime(Date.now() + REST_MS);
    await expect(circuit.run(down)).rejects.toMatchObject({ code: 'timed_out' });
    await expect(circuit.run(up)).rejects.toMatchObject({ code: 'resting' });
  });

  test('is not blamed for what was our own doing', async () => {
    const circuit = new Circuit({ afterFailures: 3, restMs: REST_MS });
    const stopped = () => Promise.reject(new OutgoingFailure('stopped', 'The desk stops.'));
    const faulty = () => Promise.reject(new TypeError('a bug of ours'));
    for (let nth = 0; nth < 5; nth++) {
      await expect(circuit.run(stopped)).rejects.toMatchObject({ code: 'stopped' });
      await expect(circuit.run(faulty)).rejects.toThrow('a bug of ours');
    }
    expect(await circuit.run(up)).toBe('answer');
  });
});
