import { build } from 'esbuild';
import { buildMessenger } from './build-messenger';
import { buildThreads, FOR_NODE } from './build-threads';

await Promise.all([
  build({
    ...FOR_NODE,
    entryPoints: { server: 'server.ts' },
    outdir: 'dist',
    banner: { js: "process.env.NODE_ENV ??= 'production';" },
  }),
  buildThreads('dist'),
  buildMessenger(),
]);
