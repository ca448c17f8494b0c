import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Where this thread is built already, as for the tests, it runs so; else it compiles itself, as the server was compiled.
const folder = process.env.FRONTROW_THREADS;
if (folder) {
  await import(pathToFileURL(join(folder, 'searcher.js')).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./search-thread.ts');
}
