'use client';

import { useSyncExternalStore } from 'react';
import { ApiFailure, callApi } from './call-api';
import { deskSocket } from './socket';

/** `asOf` is when the desk was last heard, in milliseconds; null while live and before the first word. */
export type Connection = { live: boolean; asOf: number | null };

const CONNECTING: Connection = { live: false, asOf: null };
const LIVE: Connection = { live: true, asOf: null };
const RETRY_MS = 1_000;

let current = CONNECTING;
let lastHeard: number | null = null;
let started = false;
const listeners = new Set<() => void>();

function change(next: Connection) {
  current = next;
  for (const listener of listeners) listener();
}

/** The desk hung up on purpose (a role changed, a session ended): see who we are, then come back. */
async function comeBack() {
  try {
    await callApi('GET', '/me');
  } catch (thrown) {
    if (thrown instanceof ApiFailure && thrown.status === 401) {
      window.location.assign('/sign-in');
      return;
    }
  }
  setTimeout(() => deskSocket().connect(), RETRY_MS);
}

function start() {
  if (started) return;
  started = true;
  const socket = deskSocket();
  const heard = () => {
    lastHeard = Date.now();
    // The browser may say that it is offline while the desk is still within reach.
    if (socket.connected && !current.live) change(LIVE);
  };
  const lost = () => {
    if (current.live) change({ live: false, asOf: lastHeard });
  };
  socket.onAny(heard);
  socket.io.on('ping', heard);
  socket.on('connect', heard);
  socket.on('disconnect', (reason) => {
    lost();
    if (reason === 'io server disconnect') void comeBack();
  });
  socket.on('connect_error', () => {
    if (!socket.active) void comeBack();
  });
  // Another part of the page may have opened the socket before.
  if (socket.connected) heard();
  window.addEventListener('offline', lost);
  window.addEventListener('online', () => {
    // What the network did to the old connection is not known: take a new one.
    socket.disconnect().connect();
  });
}

function subscribe(listener: () => void) {
  start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether what the screen shows is live, and if not, as of when it was true. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => CONNECTING,
  );
}
