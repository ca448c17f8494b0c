import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendSigned, tweet, webhookChannel } from '../api/webhook-channel';
import { freshDatabase } from '../fresh-database';
import { callOf, type RunningDesk } from '../running-desk';
import { type Receiver, startReceiver } from './receiver';

type Started = Pick<RunningDesk, 'url' | 'port' | 'tokens' | 'call'>;

describe('a desk that is killed while it calls others', () => {
  let database: ReturnType<typeof freshDatabase>;
  let receiver: Receiver;
  let child: ChildProcess | null = null;
  beforeEach(async () => {
    database = freshDatabase();
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await kill();
    await receiver.close();
    database.remove();
  });

  async function start(): Promise<Started> {
    const started = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/realtime/doomed-desk.ts', database.path, '0', '127.0.0.1'],
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

  it('delivers every reply it had acknowledged after it has started again, in order', async () => {
    let desk = await start();
    const inbound = await webhookChannel(desk, 'social');
    const endpoint = { name: 'Replies', url: receiver.url, channel: 'social' };
    await desk.call('POST', '/webhooks', endpoint);
    const { body } = await sendSigned(desk, 'social', inbound, tweet('u1', 'Hello'));
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      // Some are taken, some fail, some are never answered; and then it is killed among them.
      let calls = 0;
      receiver.behaves((_, response) => {
        calls += 1;
        if (calls % 4 === 1) response.writeHead(500).end();
        else if (calls % 4 !== 0) response.writeHead(204).end();
      });
      for (let n = 0; n < 10; n += 1) {
        const messageId = randomUUID();
        const text = `${round}.${n}`;
        const path = `/conversations/${body.conversationId}/replies`;
        const { status } = await desk.call('POST', path, { text, messageId });
        if (status === 201) acknowledged.push(messageId);
      }
      await kill();
      receiver.answers(204);
      desk = await start();
    }
    expect(acknowledged).toHaveLength(30);
    await vi.waitFor(
      () => expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set(acknowledged)),
      { timeout: 40_000 },
    );
    // The last time each was tried is the time it was taken, and those stand in order.
    const last = new Map(receiver.received.map(({ id }, at) => [id, at]));
    const places = acknowledged.map((id) => last.get(id) ?? -1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
