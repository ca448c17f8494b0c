import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TABLE = `frontrow_bench_${process.pid}`;

const TAKE = `update ${TABLE} set owner_id = :client_id where id = (
  select id from ${TABLE} where status = 'new' and owner_id is null
  order by priority desc, waiting_since, id limit 1 for update skip locked) returning id;\n`;

/**
 * How long each Take next takes, in milliseconds, on the PostgreSQL that psql finds on this machine;
 * null if none answers. Leaves nothing behind.
 */
export async function postgresTakes(size: {
  conversations: number;
  agents: number;
  rounds: number;
}): Promise<number[] | null> {
  const ask = (sql: string) =>
    run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', sql, 'postgres']);
  try {
    await ask(`create table ${TABLE} (
      id text primary key, status text, owner_id text, priority integer, waiting_since bigint)`);
  } catch {
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    await ask(`insert into ${TABLE} (id, status, owner_id, priority, waiting_since)
      select 'conversation-' || n, 'new', null, n % 7, n from generate_series(1, ${size.conversations}) n`);
    await ask(`create index on ${TABLE} (priority desc, waiting_since, id)
      where status = 'new' and owner_id is null`);
    await ask(`vacuum analyze ${TABLE}`);
    const script = join(folder, 'take.sql');
    await writeFile(script, TAKE);
    const { agents, rounds } = size;
    await run(
      'pgbench',
      [
        '-n',
        '-c',
        String(agents),
        '-t',
        String(rounds),
        '-M',
        'prepared',
        '-l',
        '-f',
        script,
        'postgres',
      ],
      { cwd: folder },
    );
    const logs = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log'));
    const lines = (await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8'))))
      .join('')
      .trim()
      .split('\n');
    // Client, transaction, microseconds.
    return lines.map((line) => Number(line.split(' ')[2]) / 1_000);
  } catch {
    return null;
  } finally {
    await ask(`drop table ${TABLE}`);
    await rm(folder, { recursive: true, force: true });
  }
}
