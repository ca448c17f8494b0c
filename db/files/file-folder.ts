import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { Files } from '@/lib/desk/files';

/** An id of the desk's: nothing that leads elsewhere. */
const ID = /^[0-9a-f-]{36}$/;
const UNFINISHED = '.part';

/** Where the files of a database are: in a folder beside it. */
export function filesFolderOf(databasePath: string): string {
  const { dir, name } = parse(databasePath);
  return join(dir, `${name}.attachments`);
}

/** Files in a folder, which is made for the first of them; readable by their owner only. */
export function openFiles(folder: string): Files {
  function pathOf(id: string): string {
    if (!ID.test(id)) throw new Error(`${id} is no id of a file.`);
    return join(folder, id);
  }

  return {
    async keep(id, bytes) {
      const path = pathOf(id);
      if ((await mkdir(folder, { recursive: true })) !== undefined) await chmod(folder, 0o700);
      const unfinished = `${path}${UNFINISHED}`;
      try {
        await writeSynced(unfinished, bytes);
        await rename(unfinished, path);
        await sync(dirname(path));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async read(id) {
      if (!ID.test(id)) return null;
      return orNull(async () => new Uint8Array(await readFile(pathOf(id))));
    },
    async remove(id) {
      const path = pathOf(id);
      for (const one of [path, `${path}${UNFINISHED}`]) await rm(one, { force: true });
    },
    async idsBefore(beforeMs) {
      const names = (await orNull(() => readdir(folder))) ?? [];
      const ids = new Set<string>();
      for (const name of names) {
        const id = name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : name;
        const found = ID.test(id) && (await orNull(() => stat(join(folder, name))));
        if (found && found.mtimeMs < beforeMs) ids.add(id);
      }
      return [...ids].sort();
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a new name in the folder survive a power cut. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
