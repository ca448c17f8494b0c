import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationDetail } from '@/lib/desk/wire';
import { freshDatabase } from '../fresh-database';
import { callOf, type RunningDesk } from '../running-desk';
import { crmOfTheirs, says } from './crm-of-theirs';

/** As long as a machine with much to do may take, in milliseconds. */
const PATIENT = 20_000;

describe('a desk that is killed while the CRM is asked', () => {
  let database: ReturnType<typeof freshDatabase>;
  let crm: Awaited<ReturnType<typeof crmOfTheirs>>;
  let child: ChildProcess | null = null;
  beforeEach(async () => {
    database = freshDatabase();
    crm = await crmOfTheirs(() => {});
  });
  afterEach(async () => {
    await kill();
    await crm.close();
    database.remove();
  });

  async function start(): Promise<Pick<RunningDesk, 'call'>> {
    const started = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/realtime/doomed-desk.ts', database.path, '0', crm.host],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child = started;
    const [line] = await once(createInterface({ input: started.stdout }), 'line');
    const { port, tokens }: Pick<RunningDesk, 'port' | 'tokens'> = JSON.parse(line);
    return { call: callOf(`http://127.0.0.1:${port}`, tokens.admin) };
  }

  async function kill(): Promise<void> {
    if (!child) return;
    const dead = once(child, 'exit');
    child.kill('SIGKILL');
    await dead;
    child = null;
  }

  test('asks again once it is started, loses nobody, and keeps what it hears once', async () => {
    const before = await start();
    await crm.connect(before, { timeoutMs: 30_000 });
    const names = Array.from({ length: 20 }, (_, n) => `contact-${n}`);
    const arrived = names.map((externalId) =>
      before.call<{ conversationId: string }>('POST', '/channels/api/messages', {
        contact: { externalId },
        text: 'Hello',
        externalMessageId: externalId,
      }),
    );
    const ids = (await Promise.all(arrived)).map(({ body }) => body.conversationId);
    // Some are under way and hang, all others wait for their turn.
    await vi.waitFor(() => expect(crm.asked.length).toBeGreaterThan(3), PATIENT);
    await kill();
    const askedBefore = [...crm.asked];

    crm.does((asked, response) => says({ loyalty: { tier: `of ${asked.key}` } })(asked, response));
    const after = await start();
    for (const [n, id] of ids.entries())
      await vi.waitFor(async () => {
        const { body } = await after.call<ConversationDetail>('GET', `/conversations/${id}`);
        expect(body.crm).toMatchObject({ isKnown: true, isWaiting: false, problem: null });
        const shown = body.values.map(({ attribute, value }) => [attribute, value]);
        expect(shown).toEqual([['loyalty_status', `of ${names[n]}`]]);
      }, PATIENT);
    const askedAfter = crm.asked.slice(askedBefore.length);
    expect(askedAfter.map(({ key }) => key).sort()).toEqual([...names].sort());
    // The CRM can tell that it was asked before.
    for (const { id, key } of askedBefore)
      expect(askedAfter.find((one) => one.key === key)?.id).toBe(id);
    const journal = await after.call<{ entries: { kind: string }[] }>('GET', '/journal?limit=200');
    const kinds = journal.body.entries.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'crmLookup.answered')).toHaveLength(names.length);
    expect(kinds.filter((kind) => kind === 'contact.attributesChanged')).toHaveLength(names.length);
  });
});
