import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationDetail, CrmLookupWire } from '@/lib/desk/wire';
import { arrives } from '../api/arrivals';
import { serverOfTheirs } from '../outgoing/server-of-theirs';
import { type RunningDesk, startDesk } from '../running-desk';
import { signedHeaders } from '../signed-webhook';
import { type CrmAnswers, crmOfTheirs, says } from './crm-of-theirs';

/** As long as a machine with much to do may take, in milliseconds. */
const PATIENT = 20_000;

type Crm = Awaited<ReturnType<typeof crmOfTheirs>>;

let crm: Crm;
let desk: RunningDesk;
const time = { now: 0 };

const GOLD = { loyalty: { tier: 'Gold' }, since: '2020-05-01', name: 'Ann of the CRM' };

beforeEach(async () => {
  time.now = Date.now();
  crm = await crmOfTheirs(says(GOLD));
  desk = await startDesk({ outgoingAllow: [crm.host], clock: () => time.now });
});
afterEach(async () => {
  await desk.close();
  await crm.close();
  expect(desk.errors).toEqual([]);
});

async function conversationOf(externalId: string) {
  const { body } = await arrives(desk, externalId);
  return body.conversationId;
}

const read = async (id: string) =>
  (await desk.call<ConversationDetail>('GET', `/conversations/${id}`)).body;

/** What the panel shows once it satisfies. */
async function shows(id: string, satisfies: (crm: CrmLookupWire) => boolean) {
  return vi.waitFor(async () => {
    const detail = await read(id);
    if (!detail.crm || !satisfies(detail.crm)) throw new Error(JSON.stringify(detail.crm));
    return { ...detail, crm: detail.crm };
  }, PATIENT);
}

const answered = ({ isWaiting, answeredAt }: CrmLookupWire) => !isWaiting && answeredAt !== null;
const failed = ({ problem }: CrmLookupWire) => problem !== null;
const valuesOf = ({ values }: ConversationDetail) =>
  Object.fromEntries(values.map(({ attribute, value, source }) => [attribute, [value, source]]));

describe('a contact who arrives', () => {
  test('is looked up, and what the CRM manages is filled in as the CRM', async () => {
    await crm.connect(desk);
    const id = await conversationOf('ann');
    const detail = await shows(id, answered);
    expect(detail.crm).toMatchObject({ isKnown: true, problem: null, refused: [], stale: [] });
    expect(valuesOf(detail)).toMatchObject({
      loyalty_status: ['Gold', 'crm'],
      customer_since: ['2020-05-01', 'crm'],
      name: ['Ann of the CRM', 'crm'],
    });
    const { id: contactId } = detail.header.contact;
    expect(crm.asked).toEqual([
      {
        id: expect.any(String),
        type: 'contact.lookup',
        key: 'ann',
        contact: { id: contactId, externalId: 'ann' },
      },
    ]);
    expect(crm.forged).toEqual([]);
  });

  test('is not looked up again while what the CRM said is fresh, and is once it no longer is', async () => {
    await crm.connect(desk, { freshMinutes: 10 });
    const id = await conversationOf('ann');
    const { crm: first } = await shows(id, answered);
    expect(first.freshUntil).toBe(new Date(time.now + 600_000).toISOString());
    time.now += 599_999;
    await conversationOf('ann');
    time.now += 1;
    await conversationOf('ann');
    await shows(id, (shown) => answered(shown) && shown.answeredAt !== first.answeredAt);
    expect(crm.asked).toHaveLength(2);
    expect(new Set(crm.asked.map((one) => one.id)).size).toBe(2);
  });

  test('whom the CRM does not know is told apart from one it was not asked about', async () => {
    await crm.connect(desk);
    for (const record of [undefined, null]) {
      crm.does(says(record));
      const detail = await shows(await conversationOf(`nobody ${record}`), answered);
      expect(detail.crm).toMatchObject({ isKnown: false, problem: null });
      expect(detail.values).toEqual([]);
    }
  });

  test('on a channel that the CRM is not for is not looked up, and the panel shows nothing of it', async () => {
    await desk.call('POST', '/channels', { key: 'chat', label: 'Chat' });
    await crm.connect(desk);
    const { body } = await arrives(desk, 'ann', { channel: 'chat' });
    expect((await read(body.conversationId)).crm).toBeNull();
    await shows(await conversationOf('bob'), answered);
    expect(crm.asked.map(({ key }) => key)).toEqual(['bob']);
  });

  test('is looked up by the attribute that the CRM knows contacts by, once it is known', async () => {
    await crm.connect(desk, { keyAttribute: 'email' });
    const id = await conversationOf('ann');
    const missing = await shows(id, failed);
    expect(missing.crm).toMatchObject({
      isWaiting: false,
      problem: 'Email is not known, by which the CRM is asked.',
    });
    await arrives(desk, 'ann', { attributes: { email: 'ann@example.com' } });
    await shows(id, answered);
    expect(crm.asked.map(({ key }) => key)).toEqual(['ann@example.com']);
  });

  test('is looked up as soon as an agent enters what the CRM knows contacts by', async () => {
    await crm.connect(desk, { keyAttribute: 'email' });
    const id = await conversationOf('ann');
    await shows(id, failed);
    const agent = await desk.person('agent');
    const enter = (values: object) =>
      desk.call('PATCH', `/conversations/${id}/attributes`, { values }, agent);
    await enter({ vip: true });
    await enter({ email: 'ann@example.com' });
    const detail = await shows(id, answered);
    expect(detail.crm.problem).toBeNull();
    // What is on its way about the one before is of somebody else.
    crm.does(async (asked, response) => {
      if (asked.key === 'ann@example.org') await enter({ email: 'ann@example.net' });
      says({ loyalty: { tier: asked.key } })(asked, response);
    });
    await enter({ email: 'ann@example.org' });
    await vi.waitFor(
      async () =>
        expect(valuesOf(await read(id)).loyalty_status).toEqual(['ann@example.net', 'crm']),
      PATIENT,
    );
    await vi.waitFor(
      () =>
        expect(crm.asked.map(({ key }) => key)).toEqual([
          'ann@example.com',
          'ann@example.org',
          'ann@example.net',
        ]),
      PATIENT,
    );
    await shows(id, answered);
  });
});

test('a contact is known by what the CRM was asked by when it pushes, until that is corrected', async () => {
  await crm.connect(desk, {
    keyAttribute: 'email',
    push: { keyPath: 'email', recordPath: null },
  });
  const { body } = await arrives(desk, 'ann', { attributes: { email: 'ann@example.com' } });
  await shows(body.conversationId, answered);
  const push = async (tier: string) => {
    const pushed = JSON.stringify({ email: 'ann@example.com', loyalty: { tier } });
    const headers = signedHeaders(crm.secret(), pushed);
    const url = `${desk.url}/api/v1/crm/webhook`;
    return (await fetch(url, { method: 'POST', headers, body: pushed })).json();
  };
  expect(await push('Platinum')).toEqual({ contacts: 1, stale: [], refused: [] });
  const platinum = { loyalty_status: ['Platinum', 'crm'] };
  expect(valuesOf(await read(body.conversationId))).toMatchObject(platinum);
  // It was somebody else's address; the CRM has not said yet what it knows by the right one.
  crm.does(() => {});
  const agent = await desk.person('agent');
  const values = { email: 'ann@example.org' };
  await desk.call('PATCH', `/conversations/${body.conversationId}/attributes`, { values }, agent);
  expect(await push('Bronze')).toMatchObject({ contacts: 0 });
  expect(valuesOf(await read(body.conversationId))).toMatchObject(platinum);
});

describe('what the CRM says', () => {
  test('is refused where it does not fit, value by value, and the rest is kept', async () => {
    await crm.connect(desk);
    crm.does(says({ loyalty: { tier: 5 }, since: '2020-05-01' }));
    const detail = await shows(await conversationOf('ann'), answered);
    expect(detail.crm.refused).toEqual([
      { attribute: 'loyalty_status', message: 'This must be text, not a number.' },
    ]);
    expect(valuesOf(detail)).toEqual({ customer_since: ['2020-05-01', 'crm'] });
  });

  test('does not overwrite what others keep', async () => {
    await crm.connect(desk);
    const { body } = await arrives(desk, 'ann', { name: 'Ann' });
    const detail = await shows(body.conversationId, answered);
    expect(valuesOf(detail)).toMatchObject({ name: ['Ann', 'channel'] });
    expect(detail.crm.refused).toEqual([]);
  });

  test('takes a value away with null, and says nothing of what it leaves out', async () => {
    await crm.connect(desk);
    const id = await conversationOf('ann');
    await shows(id, answered);
    crm.does(says({ loyalty: { tier: null } }));
    await desk.call('POST', `/conversations/${id}/lookup`, {});
    await vi.waitFor(async () => {
      expect(valuesOf(await read(id))).toEqual({
        customer_since: ['2020-05-01', 'crm'],
        name: ['Ann of the CRM', 'crm'],
      });
    }, PATIENT);
  });

  test('is older than what was pushed meanwhile, and changes nothing', async () => {
    await crm.connect(desk, { versionPath: 'updatedAt' });
    const push = (version: string, tier: string) =>
      desk.call('PATCH', '/contacts/ann/attributes', {
        as: 'crm',
        values: { loyalty_status: tier },
        version,
      });
    let pushed = Promise.resolve();
    crm.does(async (asked, response) => {
      pushed = push('2026-03-02T10:00:00.000002Z', 'Platinum').then(({ status }) => {
        expect(status).toBe(200);
      });
      await pushed;
      says({ loyalty: { tier: 'Gold' }, updatedAt: '2026-03-02T10:00:00.000001Z' })(
        asked,
        response,
      );
    });
    const detail = await shows(await conversationOf('ann'), answered);
    await pushed;
    expect(detail.crm.stale).toEqual(['loyalty_status']);
    expect(valuesOf(detail)).toMatchObject({ loyalty_status: ['Platinum', 'crm'] });
  });

  test('without a version is older than what was pushed while the CRM was asked', async () => {
    await crm.connect(desk);
    crm.does(async (asked, response) => {
      time.now += 1;
      await desk.call('PATCH', '/contacts/ann/attributes', {
        as: 'crm',
        values: { loyalty_status: 'Platinum' },
      });
      says(GOLD)(asked, response);
    });
    const detail = await shows(await conversationOf('ann'), answered);
    expect(detail.crm.stale).toEqual(['loyalty_status']);
    expect(valuesOf(detail)).toMatchObject({ loyalty_status: ['Platinum', 'crm'] });
  });

  test('without a version does not bring back what was taken away while the CRM was asked', async () => {
    await crm.connect(desk);
    await desk.call('PUT', '/contacts/ann', { as: 'crm', values: { loyalty_status: 'Silver' } });
    crm.does(async (asked, response) => {
      await desk.call('PATCH', '/contacts/ann/attributes', {
        as: 'crm',
        values: { loyalty_status: null },
      });
      says(GOLD)(asked, response);
    });
    const detail = await shows(await conversationOf('ann'), answered);
    expect(detail.crm.stale).toEqual(['loyalty_status']);
    expect(valuesOf(detail).loyalty_status).toBeUndefined();
  });

  test('is not trusted without the version that it is to have', async () => {
    await crm.connect(desk, { versionPath: 'updatedAt' });
    const detail = await shows(await conversationOf('ann'), failed);
    expect(detail.crm.problem).toMatch(/^There is no version at updatedAt\. /);
    expect(detail.crm.isWaiting).toBe(false);
    expect(detail.values).toEqual([]);
  });
});

describe('a CRM that', () => {
  const broken: [what: string, answers: CrmAnswers, problem: RegExp][] = [
    ['hangs', () => {}, /^No whole answer within 300 ms\.$/],
    [
      'drips',
      (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drip));
      },
      /^No whole answer within 300 ms\.$/,
    ],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '9' });
        response.write('{}', () => response.destroy());
      },
      /^The answer broke off or was not HTTP/,
    ],
    ['is down', (_, response) => response.writeHead(503).end(), /^It answered with 503\.$/],
    [
      'does not know us',
      (_, response) => response.writeHead(401).end(),
      /^It answered with 401\.$/,
    ],
    ['speaks HTML', (_, response) => response.end('<html>'), /^Its answer is not JSON\.$/],
    [
      'sends a list',
      (_, response) => response.end('[]'),
      /^Its answer is not an object in JSON\.$/,
    ],
    [
      'sends ten megabytes',
      (_, response) => response.end(Buffer.alloc(10_000_000, ' ')),
      /^Its answer has more than 262144 bytes\.$/,
    ],
  ];
  test.each(broken)('%s harms nothing, and the panel says so', async (_, answers, problem) => {
    await crm.connect(desk, { timeoutMs: 300 });
    crm.does(answers);
    const id = await conversationOf('ann');
    const detail = await shows(id, failed);
    expect(detail.crm.problem).toMatch(problem);
    expect(detail.crm).toMatchObject({ isKnown: null, isWaiting: true });
    expect(detail.values).toEqual([]);
    crm.does(says(GOLD));
    await vi.waitFor(async () => {
      time.now += 1_000;
      const mended = { isKnown: true, isWaiting: false, problem: null, nextTryAt: null };
      expect((await read(id)).crm).toMatchObject(mended);
    }, PATIENT);
  });

  test('redirects to an address inside is not followed', async () => {
    let reached = 0;
    const inside = await serverOfTheirs((_request, response) => {
      reached += 1;
      response.end(JSON.stringify(GOLD));
    });
    await crm.connect(desk);
    crm.does((_, response) => response.writeHead(302, { location: inside.url }).end());
    const detail = await shows(await conversationOf('ann'), failed);
    expect(detail.crm.problem).toBe(
      `It redirects to ${inside.url}, and redirects are not followed.`,
    );
    expect(reached).toBe(0);
    await inside.close();
  });

  test('lies inside a network that the desk may not call is not called', async () => {
    await crm.connect(desk, { url: `http://localhost:${crm.port}/` });
    const detail = await shows(await conversationOf('ann'), failed);
    expect(detail.crm.problem).toMatch(
      /^localhost leads to .*, inside a network that is not called/,
    );
    expect(crm.asked).toEqual([]);
  });

  test('fails for all is left alone, and asked about all once it is back', async () => {
    let calls = 0;
    await crm.connect(desk);
    crm.does((_, response) => {
      calls += 1;
      response.writeHead(500).end();
    });
    const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => conversationOf(`c${n}`)));
    await vi.waitFor(() => expect(calls).toBeGreaterThanOrEqual(5), PATIENT);
    crm.does(says(GOLD));
    for (const id of ids) {
      await vi.waitFor(async () => {
        time.now += 60_000;
        expect((await read(id)).crm).toMatchObject({ isKnown: true, isWaiting: false });
      }, PATIENT);
    }
  });

  test('fails on and on is given up, and asked again with the next message', async () => {
    await crm.connect(desk);
    crm.does((_, response) => response.writeHead(500).end());
    const id = await conversationOf('ann');
    await vi.waitFor(async () => {
      time.now += 60_000;
      expect((await read(id)).crm).toMatchObject({
        isWaiting: false,
        nextTryAt: null,
        problem: 'It answered with 500.',
      });
    }, PATIENT);
    expect(crm.asked).toHaveLength(10);
    expect(new Set(crm.asked.map((one) => one.id)).size).toBe(1);
    crm.does(says(GOLD));
    await conversationOf('ann');
    await shows(id, answered);
  });
});

describe('Look up now', () => {
  test('asks though what the CRM said is fresh, and every screen sees it', async () => {
    await crm.connect(desk);
    const agent = await desk.person('agent');
    const id = await conversationOf('ann');
    await shows(id, answered);
    crm.does(says({ loyalty: { tier: 'Platinum' } }));
    const asked = await desk.call('POST', `/conversations/${id}/lookup`, {}, agent);
    expect(asked).toMatchObject({ status: 200, body: { conversationId: id } });
    await vi.waitFor(
      async () =>
        expect(valuesOf(await read(id))).toMatchObject({ loyalty_status: ['Platinum', 'crm'] }),
      PATIENT,
    );
  });

  test('pressed by many asks the CRM once', async () => {
    await crm.connect(desk);
    const id = await conversationOf('ann');
    await shows(id, answered);
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    crm.does(async (asked, response) => {
      await held;
      says(GOLD)(asked, response);
    });
    const press = () => desk.call('POST', `/conversations/${id}/lookup`, {});
    const answers = await Promise.all(Array.from({ length: 10 }, press));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    release();
    await shows(id, answered);
    expect(crm.asked).toHaveLength(2);
  });

  test('is a conflict where no CRM is connected, or it is switched off', async () => {
    const id = await conversationOf('ann');
    const press = () => desk.call('POST', `/conversations/${id}/lookup`, {});
    expect(await press()).toMatchObject({ status: 409 });
    await crm.connect(desk, { enabled: false });
    expect(await press()).toMatchObject({ status: 409 });
    expect((await read(id)).crm).toBeNull();
  });
});
