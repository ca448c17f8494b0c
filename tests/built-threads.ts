import { resolve } from 'node:path';
import { buildThreads } from '@/scripts/build-threads';

const FOLDER = 'node_modules/.cache/frontrow-threads';

/** Builds the threads of stores once for all tests: compiling them anew took most of opening a store. */
export async function setup(): Promise<void> {
  await buildThreads(FOLDER);
  process.env.FRONTROW_THREADS = resolve(FOLDER);
}
