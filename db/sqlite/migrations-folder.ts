import { join } from 'node:path';

/** Where the migrations lie: beside the sources, found from the repository root also by a bundled server. */
export const migrationsFolderOf = (root: string = process.cwd()): string =>
  join(root, 'db', 'sqlite', 'migrations');
