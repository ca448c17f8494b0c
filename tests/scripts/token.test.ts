import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/sqlite/open-database';
import { freshDatabase } from '../fresh-database';
import { type RunningDesk, startDesk } from '../running-desk';
import { runScript } from './run-script';

describe('npm run token', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.close());

  const run = (args: string[], path = desk.path) =>
    runScript('token', args, { DATABASE_URL: `sqlite:${path}` });

  it('prints one token and nothing else, which a running server accepts at once', async () => {
    const { code, stdout } = await run(['--name', 'Reports', '--scope', 'read']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^frt_[\w-]+\n$/);
    const secret = stdout.trim();
    expect((await desk.call('GET', '/queue', undefined, secret)).status).toBe(200);
    expect((await desk.call('PUT', '/contacts/ada', {}, secret)).status).toBe(403);
  });

  it('lays the foundation of a desk that never ran', async () => {
    const { path, remove } = freshDatabase();
    const { stdout } = await run(['--name', 'CRM', '--scope', 'admin'], path);
    const started = await startDesk({ path });
    const answer = await started.call<unknown[]>('GET', '/attributes', undefined, stdout.trim());
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).toContain('loyalty_status');
    await started.close();
    remove();
  });

  it.each([
    [['--name', 'Reports']],
    [['--scope', 'read']],
    [['--name', ' ', '--scope', 'read']],
    [['--name', 'Reports', '--scope', 'write']],
    [['--name', 'Reports', '--scope', 'read', '--loud']],
  ])('shows how it is used when asked with %j', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: npm run token');
  });

  it('says what to do where there is no database, and makes none', async () => {
    const folder = dirname(desk.path);
    const { code, stdout, stderr } = await run(
      ['--name', 'CRM', '--scope', 'ingest'],
      join(folder, 'nowhere.db'),
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('npm run db:migrate');
    const again = await run(['--name', 'CRM', '--scope', 'ingest'], join(folder, 'nowhere.db'));
    expect(again.stderr).toContain('There is no database');
  });

  it('says what to do where the database is not migrated', async () => {
    const path = join(dirname(desk.path), 'empty.db');
    openDatabase(path).$client.close();
    const { code, stderr } = await run(['--name', 'CRM', '--scope', 'ingest'], path);
    expect(code).toBe(1);
    expect(stderr).toContain('is not migrated. Run: npm run db:migrate');
    rmSync(path, { force: true });
  });
});
