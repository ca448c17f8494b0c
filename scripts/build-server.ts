import { build } from 'esbuild';
import { buildMessenger } from './build-messenger';

// The server and the threads of its store as JavaScript, so that starting needs no compiler; packages stay outside.
await build({
  entryPoints: {
    server: 'server.ts',
    writer: 'db/sqlite/writer-thread.ts',
    searcher: 'db/sqlite/search-thread.ts',
    checkpointer: 'db/sqlite/checkpoint-thread.mjs',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  banner: { js: "process.env.NODE_ENV ??= 'production';" },
});

await buildMessenger();
