import { afterEach, beforeEach, expect, test } from 'vitest';
import { metricsRoute } from '@/lib/api/metrics-route';
import { Callers } from '@/lib/auth/callers';
import { REMOTE_ADDRESS_HEADER } from '@/lib/auth/credentials';
import { Metrics } from '@/lib/metrics/metrics';
import { openSocket } from '../realtime/socket-client';
import { type RunningDesk, startDesk } from '../running-desk';

let desk: RunningDesk;

beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const read = (token: string | null) =>
  fetch(`${desk.url}/metrics`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });

/** The sum of a metric's samples whose labels fit. */
async function sample(name: string, labels = ''): Promise<number> {
  const text = await (await read(desk.tokens.read)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(name) && line.includes(labels));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

test('metrics are closed to strangers and to tokens that only bring facts', async () => {
  expect((await read(null)).status).toBe(401);
  expect((await read(desk.tokens.ingest)).status).toBe(401);
  const answer = await read(desk.tokens.read);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
});

test('an address on the allow-list reads them without a token, another does not', async () => {
  const callers = new Callers(desk.desk, desk.credentials);
  const route = metricsRoute(new Metrics(), callers, new Set(['10.0.0.7']));
  const from = (address: string) =>
    route.request('/metrics', { headers: { [REMOTE_ADDRESS_HEADER]: address } });
  expect((await from('10.0.0.7')).status).toBe(200);
  expect((await from('10.0.0.8')).status).toBe(401);
});

test('they count entries, commits, open conversations, views and sockets', async () => {
  const client = openSocket(desk, desk.tokens.read);
  await client.emitWithAck('queue:watch', { filter: {}, offset: 0, limit: 10 });
  const told = new Promise((resolve) => client.once('queue:changed', resolve));
  const commits = await sample('frontrow_commit_seconds_count', 'until="folded"');
  await desk.call('POST', '/channels/api/messages', {
    contact: { externalId: 'c1' },
    text: 'Hello',
    externalMessageId: 'm1',
  });
  await told;
  expect(await sample('frontrow_commit_seconds_count', 'until="folded"')).toBe(commits + 1);
  expect(await sample('frontrow_commit_batch_size_count')).toBeGreaterThan(0);
  expect(await sample('frontrow_entries_total', 'kind="conversation.opened"')).toBe(1);
  expect(await sample('frontrow_open_conversations')).toBe(1);
  expect(await sample('frontrow_views')).toBe(1);
  expect(await sample('frontrow_sockets')).toBe(1);
  expect(await sample('frontrow_told_seconds_count')).toBeGreaterThan(0);
  client.close();
});
