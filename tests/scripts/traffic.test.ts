import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDesk, startDesk } from '../running-desk';
import { runScript } from './run-script';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

describe('npm run flood', () => {
  it('sends changes and messages at the rate asked for and says what was achieved', async () => {
    const args = [
      '--url',
      desk.url,
      '--token',
      desk.tokens.ingest,
      '--rate',
      '50',
      '--seconds',
      '1',
    ];
    const { code, stdout, stderr } = await runScript('flood', args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^\d+ changes in [\d.]+ s: [\d.]+ changes\/s\nlatency median .* ms, p99/,
    );
    expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(20);
    expect(desk.desk.memory.queue.window({}, 'oldest', 0, 0).total).toBe(50);
  });

  it('fails where the token is unknown', async () => {
    const { code, stderr } = await runScript('flood', ['--url', desk.url, '--token', 'frt_no']);
    expect(code).toBe(1);
    expect(stderr).toContain('It takes a token of scope ingest.');
  });
});

describe('npm run simulate', () => {
  it('says what it does, and stops when it is told to', async () => {
    const args = ['--url', desk.url, '--token', desk.tokens.admin, '--rate', '50'];
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/simulate.ts', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const before = desk.desk.memory.revision;
    const moved = new Promise((resolve) => {
      desk.desk.subscribe((entries) => {
        if (entries.some(({ revision }) => revision > before + 10)) resolve(null);
      });
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    await moved;
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(lines[0]).toContain(`Simulating customers at ${desk.url}`);
    expect(lines.at(-1)).toMatch(/^\d+ waiting; so far/);
  });

  it('shows how it is used when asked for nonsense', async () => {
    const { code, stderr } = await runScript('simulate', ['--url', 'somewhere', '--token', 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: npm run simulate');
  });
});
