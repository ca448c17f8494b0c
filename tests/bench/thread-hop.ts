import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Spread, spreadOf } from './spread';

const ECHO = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (message) => parentPort.postMessage(message));
`;

/** Microseconds from asking a thread that waits until its answer is here, with nothing to do for it. */
export async function threadHop(times: number): Promise<Spread> {
  const thread = new Worker(ECHO, { eval: true });
  const spent: number[] = [];
  for (let time = 0; time < times; time += 1) {
    // Both fall asleep before the next one.
    await setTimeout(1);
    const start = performance.now();
    thread.postMessage(['a change']);
    await once(thread, 'message');
    spent.push((performance.now() - start) * 1_000);
  }
  await thread.terminate();
  return spreadOf(spent);
}
