import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureSentence } from '@/lib/failure-sentence';
import { runScript } from './run-script';

describe('a desk that cannot start says so in one sentence and ends with 1', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'frontrow-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const start = async (variables: Record<string, string>) => {
    const { code, stdout, stderr } = await runScript('../server', [], {
      NODE_ENV: 'production',
      DATABASE_URL: `sqlite:${join(folder, 'desk.db')}`,
      ...variables,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Frontrow did not start\. .*\n$/);
    return stderr;
  };

  it('when its environment does not fit', async () => {
    expect(await start({ PORT: 'abc' })).toContain('PORT must be a port number');
  });

  it('when its database is no file', async () => {
    expect(await start({ DATABASE_URL: `sqlite:${folder}` })).toContain('cannot be used');
  });

  it('when its secret is weak', async () => {
    writeFileSync(join(folder, 'weak.secret'), 'weak');
    const DATABASE_URL = `sqlite:${join(folder, 'weak.db')}`;
    expect(await start({ DATABASE_URL })).toContain('is too weak');
  });

  it('when its port is taken', () => {
    const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 80 });
    expect(failureSentence(taken)).toContain('Port 80 is taken');
  });
});
