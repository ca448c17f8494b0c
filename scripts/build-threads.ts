import { build } from 'esbuild';

/** What everything of ours that Node runs is built with; packages stay outside. */
export const FOR_NODE = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
} as const;

/** Builds the threads of the store, so that starting one needs no compiler. */
export async function buildThreads(outdir: string): Promise<void> {
  await build({
    ...FOR_NODE,
    entryPoints: {
      writer: 'db/sqlite/writer-thread.ts',
      searcher: 'db/sqlite/search-thread.ts',
      checkpointer: 'db/sqlite/checkpoint-thread.mjs',
    },
    outdir,
  });
}
