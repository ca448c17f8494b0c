import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConversationStore } from '@/components/live/conversation-store';
import type { DeskSocket } from '@/components/live/socket';
import type { ConversationDetail } from '@/lib/desk/wire';
import type { ClientToServer, ConversationChanged, ServerToClient } from '@/lib/realtime/protocol';
import { conversation, message } from './conversation-detail';

/** A desk that has one conversation and tells of it; the store and both sockets are the real ones. */
let truth: ConversationDetail | null;
let watches: number;
let server: Server<ClientToServer, ServerToClient>;
let watchers: Map<string, Socket<ClientToServer, ServerToClient>>;
let socket: DeskSocket;

beforeEach(async () => {
  truth = conversation(1, ['a']);
  watches = 0;
  watchers = new Map();
  const http = createServer();
  server = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'] });
  server.on('connection', (peer) => {
    peer.on('conversation:watch', (_, answer) => {
      watches += 1;
      if (!truth) return answer({ error: { code: 'not_found', message: 'No such conversation.' } });
      watchers.set(peer.id, peer);
      answer({ epoch: 'e1', ...truth });
    });
    peer.on('conversation:unwatch', () => watchers.delete(peer.id));
    peer.on('disconnect', () => watchers.delete(peer.id));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnectionDelay: 5 });
});

afterEach(async () => {
  socket.disconnect();
  await server.close();
});

function tell(change: Omit<ConversationChanged, 'conversationId'>) {
  for (const peer of watchers.values()) {
    peer.emit('conversation:changed', { conversationId: 'c1', ...change });
  }
}

function open(initial: ConversationDetail, read = async () => initial) {
  const store = createConversationStore({ initial, socket: () => socket, read, patienceMs: 20 });
  const close = store.subscribe(() => undefined);
  return { store, close };
}

test('shows what the server rendered until the desk tells, and says that it may be out of date', async () => {
  const { store } = open(conversation(1, ['a']));
  expect(store.view()).toMatchObject({ live: false, detail: { revision: 1 } });
  truth = conversation(5, ['a', 'b']);
  await vi.waitFor(() => expect(store.view()).toMatchObject({ live: true, detail: truth }));
});

test('follows the conversation change by change', async () => {
  const { store } = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(store.view().live).toBe(true));
  tell({ from: 1, to: 2, messageTotal: 2, messages: [message('b')] });
  tell({ from: 2, to: 6, messageTotal: 3, messages: [message('c')] });
  await vi.waitFor(() => expect(store.view().detail.revision).toBe(6));
  expect(store.view().detail.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(watches).toBe(1);
});

test('watches again when a change was missed, and shows the truth', async () => {
  const { store } = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(store.view().live).toBe(true));
  truth = conversation(9, ['a', 'b', 'c']);
  tell({ from: 8, to: 9, messageTotal: 3, messages: [message('c')] });
  await vi.waitFor(() => expect(store.view()).toMatchObject({ live: true, detail: truth }));
  expect(watches).toBe(2);
});

test('says it is not live while the desk is away, and catches up when it is back', async () => {
  const { store } = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(store.view().live).toBe(true));
  const seen: boolean[] = [];
  store.subscribe(() => seen.push(store.view().live));
  truth = conversation(12, ['a', 'b']);
  socket.io.engine.close();
  await vi.waitFor(() => expect(store.view()).toMatchObject({ live: true, detail: truth }));
  expect(seen).toEqual([false, true]);
});

test('keeps what it shows and says why when the desk refuses', async () => {
  truth = null;
  const { store } = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(store.view().refusal?.code).toBe('not_found'));
  expect(store.view()).toMatchObject({ live: false, detail: { revision: 1 } });
});

test('stops being told once nobody looks, and is told again when somebody comes back', async () => {
  const { store, close } = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(watchers.size).toBe(1));
  close();
  await vi.waitFor(() => expect(watchers.size).toBe(0));
  truth = conversation(3, ['a', 'b']);
  store.subscribe(() => undefined);
  await vi.waitFor(() => expect(store.view()).toMatchObject({ live: true, detail: truth }));
});

test('a write has settled once the pane shows it', async () => {
  const { store } = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(store.view().live).toBe(true));
  const settled = store.settle(({ revision }) => revision >= 2);
  tell({ from: 1, to: 2, messageTotal: 2, messages: [message('b')] });
  await settled;
  expect(store.view().detail.messages).toHaveLength(2);
});

test('a write that is not told of is read', async () => {
  const written = conversation(2, ['a', 'b']);
  const { store } = open(conversation(1, ['a']), async () => written);
  await vi.waitFor(() => expect(store.view().live).toBe(true));
  await store.settle(({ revision }) => revision >= 2);
  expect(store.view().detail).toEqual(written);
});

test('a write that ends after the pane was closed does not take the conversation from the next pane', async () => {
  const { store, close } = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(store.view().live).toBe(true));
  const settled = store.settle(({ revision }) => revision >= 2);
  close();
  const next = open(conversation(1, ['a']));
  await vi.waitFor(() => expect(next.store.view().live).toBe(true));
  await settled;
  await store.settle(({ revision }) => revision >= 3);
  tell({ from: 1, to: 2, messageTotal: 2, messages: [message('b')] });
  await vi.waitFor(() => expect(next.store.view().detail.revision).toBe(2));
});
