import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../fresh-database';
import { callOf, type RunningDesk } from '../running-desk';
import { customerWrites, untilTrue, write } from './desk-traffic';
import { QueueFollower, WHOLE_QUEUE } from './queue-follower';
import { type Client, connected, openSocket } from './socket-client';

describe('a desk that is killed and started again', () => {
  let database: ReturnType<typeof freshDatabase>;
  let child: ChildProcess | null = null;
  let client: Client | null = null;
  beforeEach(() => {
    database = freshDatabase();
  });
  afterEach(async () => {
    client?.disconnect();
    await kill();
    database.remove();
  });

  async function start(port = 0): Promise<Pick<RunningDesk, 'url' | 'port' | 'tokens' | 'call'>> {
    const started = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/realtime/doomed-desk.ts', database.path, `${port}`],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child = started;
    const [line] = await once(createInterface({ input: started.stdout }), 'line');
    const said: Pick<RunningDesk, 'port' | 'tokens'> = JSON.parse(line);
    const url = `http://127.0.0.1:${said.port}`;
    return { ...said, url, call: callOf(url, said.tokens.admin) };
  }

  async function kill(): Promise<void> {
    if (!child) return;
    const dead = once(child, 'exit');
    child.kill('SIGKILL');
    await dead;
    child = null;
  }

  it('shows its screens the truth again, with everything it had acknowledged', async () => {
    const before = await start();
    client = await connected(openSocket(before, before.tokens.read));
    const follower = new QueueFollower(client, WHOLE_QUEUE);
    for (const name of ['ann', 'bob']) await customerWrites(before, name);
    await write(before, 'bob', { vip: true });
    await untilTrue(before, follower, WHOLE_QUEUE);
    const epoch = follower.held?.epoch;
    await customerWrites(before, 'carol');
    await kill();
    const after = await start(before.port);
    await untilTrue(after, follower, WHOLE_QUEUE);
    expect(follower.held?.entries.map(({ contact }) => contact.externalId)).toEqual([
      'ann',
      'bob',
      'carol',
    ]);
    expect(follower.held?.segmentCounts).toEqual({ vip: 1 });
    expect(follower.held?.epoch).toBe(epoch);
    await customerWrites(after, 'dora');
    await untilTrue(after, follower, WHOLE_QUEUE);
    expect(follower.held?.total).toBe(4);
  });
});
