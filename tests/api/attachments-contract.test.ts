import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesFolderOf } from '@/db/files/file-folder';
import type { Attachment } from '@/lib/desk/facts';
import type { ConversationDetail } from '@/lib/desk/wire';
import { customerWrites } from '../realtime/desk-traffic';
import { type As, headersOf, type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { type Refusal, UNDERSTANDABLE } from './bad-input';
import { GIF, HOSTILE_FILES, HOSTILE_NAMES, PNG } from './hostile-files';

let desk: RunningDesk;
let kim: SignedIn;
let sam: SignedIn;
let conversationId: string;

beforeAll(async () => {
  desk = await startDesk();
  kim = await desk.person('agent', 'Kim');
  sam = await desk.person('agent', 'Sam');
  conversationId = await customerWrites(desk, 'ann');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

async function upload<T = Attachment>(
  body: BodyInit,
  {
    name = 'cat.png',
    as = kim,
    type = 'application/octet-stream',
  }: { name?: string; as?: As; type?: string } = {},
): Promise<{ status: number; body: T; connection: string | null }> {
  const answer = await fetch(`${desk.url}/api/v1/attachments?${new URLSearchParams({ name })}`, {
    method: 'POST',
    headers: { ...headersOf(as), 'content-type': type },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
  const parsed: T = await answer.json();
  return { status: answer.status, body: parsed, connection: answer.headers.get('connection') };
}

/**
 * Sends a file without an end or a length, in pieces of 100 kB, until the desk closes the connection
 * or 1,000 of them are sent. By hand: fetch reads on from a body whose connection was closed.
 */
async function sendEndlessly(): Promise<{ answer: string; pieces: number }> {
  const socket = connect(desk.port, '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  let answer = '';
  socket.on('data', (part) => {
    answer += part;
  });
  // A reset under a body that is still sent is one of the ways in which a connection is closed.
  socket.on('error', () => undefined);
  const headers = { ...headersOf(kim), 'content-type': 'application/octet-stream', host: 'desk' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write(
    `POST /api/v1/attachments?name=cat.png HTTP/1.1\r\n${lines.join('\r\n')}\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const piece = Buffer.concat([
    Buffer.from(`${(100_000).toString(16)}\r\n`),
    Buffer.alloc(100_000, 'a'),
    Buffer.from('\r\n'),
  ]);
  let pieces = 0;
  while (!socket.destroyed && pieces < 1_000) {
    pieces += 1;
    const drained = new Promise<void>((resolve) => socket.once('drain', () => resolve()));
    if (!socket.write(piece)) await Promise.race([drained, closed]);
  }
  socket.destroy();
  await closed;
  return { answer, pieces };
}

const download = (id: string, as: As = kim) =>
  fetch(`${desk.url}/api/v1/attachments/${id}`, { headers: headersOf(as) });
const send = <T = { messageId: string }>(kind: 'replies' | 'notes', body: object, as: As = kim) =>
  desk.call<T>('POST', `/conversations/${conversationId}/${kind}`, body, as);
const lastMessage = async () =>
  (await desk.call<ConversationDetail>('GET', `/conversations/${conversationId}`)).body.messages.at(
    -1,
  );
const filesKept = () => readdirSync(filesFolderOf(desk.path)).length;

describe('a file', () => {
  test('goes with a reply or a note, which then needs no text, and is read by colleagues', async () => {
    const { status, body: file } = await upload(PNG, { name: 'cat.png' });
    expect([status, file]).toEqual([
      201,
      { id: expect.any(String), name: 'cat.png', type: 'image/png', bytes: PNG.byteLength },
    ]);
    expect((await download(file.id)).status).toBe(200);
    expect((await download(file.id, sam)).status).toBe(404);
    expect((await send('replies', { text: '', attachmentIds: [file.id] })).status).toBe(201);
    expect(await lastMessage()).toMatchObject({ kind: 'reply', text: '', attachments: [file] });
    const { body: queue } = await desk.call('GET', '/queue?status=pending');
    expect(queue).toMatchObject({ entries: [{ preview: 'cat.png' }] });
    for (const as of [sam, desk.tokens.read]) {
      const answer = await download(file.id, as);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG);
    }
    expect((await download(file.id, desk.tokens.ingest)).status).toBe(403);
    expect((await download(file.id, null)).status).toBe(401);

    const { body: table } = await upload('a,b\n1,2\n', { name: 'sums.csv' });
    await send('notes', { text: 'The sums', attachmentIds: [table.id] });
    expect(await lastMessage()).toMatchObject({ kind: 'note', attachments: [table] });
  });

  test('is sent once, by who brought it, however often it is asked for', async () => {
    const { body: file } = await upload(GIF, { name: 'a.gif' });
    const reply = { text: 'Here', attachmentIds: [file.id], messageId: crypto.randomUUID() };
    expect(await send<Refusal>('replies', reply, sam)).toMatchObject({
      status: 400,
      body: { error: { field: 'attachmentIds' } },
    });
    expect((await send('replies', reply)).status).toBe(201);
    expect((await send('replies', reply)).status).toBe(200);
    expect((await send('replies', { ...reply, attachmentIds: [] })).status).toBe(409);
    expect((await send('notes', { text: 'Again', attachmentIds: [file.id] })).status).toBe(400);
  });

  test('is cut off once it is too large, whether or not it says so, and nothing of it is kept', async () => {
    await upload(PNG.slice());
    const before = filesKept();
    const announced = await upload<Refusal>(new Uint8Array(10_000_001));
    const unannounced = await sendEndlessly();
    expect(announced).toMatchObject({
      status: 413,
      body: { error: { code: 'too_large', message: 'A file has at most 10 MB.', field: 'file' } },
      connection: 'close',
    });
    // Where the connection closes under a body that is still sent, the answer may be lost.
    expect(unannounced.answer).toMatch(/^(HTTP\/1\.1 413 |$)/);
    expect(unannounced.pieces).toBeLessThan(1_000);
    expect((await upload(new Uint8Array(9_999_999).fill(0x61), { name: 'a.txt' })).status).toBe(
      201,
    );
    expect(filesKept()).toBe(before + 1);
  });

  test('needs bytes and a name, and comes as bytes', async () => {
    expect(await upload<Refusal>('')).toMatchObject({
      status: 400,
      body: { error: { message: 'This file is empty.', field: 'file' } },
    });
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'image/png'])
      expect(await upload<Refusal>(PNG, { type })).toMatchObject({
        status: 400,
        body: { error: { field: 'content-type' } },
      });
    for (const name of ['', 'x'.repeat(5_001)])
      expect(await upload<Refusal>(PNG, { name })).toMatchObject({
        status: 400,
        body: { error: { field: 'name' } },
      });
  });
});

describe('a hostile file', () => {
  test.each(HOSTILE_FILES)('%s runs nowhere', async (_, name, content, type) => {
    const { status, body } = await upload<Attachment & Refusal>(content.slice(), { name });
    if (type === null) {
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code: 'invalid', field: 'file' });
      expect(body.error.message).toMatch(UNDERSTANDABLE);
      return;
    }
    expect(body).toMatchObject({ type });
    const { headers } = await download(body.id);
    expect(headers.get('content-type')?.split(';')[0]).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    const shown = type.startsWith('image/') ? 'inline' : 'attachment';
    expect(headers.get('content-disposition')?.split(';')[0]).toBe(shown);
  });

  test.each(HOSTILE_NAMES)('called %j is called %s', async (given, kept) => {
    const { status, body } = await upload(PNG.slice(), { name: given });
    expect(status).toBe(201);
    if (typeof kept === 'string') expect(body.name).toBe(kept);
    else expect(body.name).toMatch(kept);
    const disposition = (await download(body.id)).headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^inline; filename="[\w .-]+"; filename\*=UTF-8''[\w.%!~-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(body.name);
  });
});
