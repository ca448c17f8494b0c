'use client';

import { useEffect, useState } from 'react';
import type { Load } from '@/lib/desk/wire';
import { ACK_TIMEOUT_MS, deskSocket } from './socket';

/** Everyone's load, live; null while it is not known or not for this person to see. */
export function useLoad(allowed: boolean): Load | null {
  const [load, setLoad] = useState<Load | null>(null);
  useEffect(() => {
    if (!allowed) return;
    const socket = deskSocket();
    let wanted = true;
    const watch = () => {
      socket.timeout(ACK_TIMEOUT_MS).emit('load:watch', {}, (lost, answer) => {
        if (!wanted) return;
        if (lost) {
          if (socket.connected) watch();
        } else if (!('error' in answer)) setLoad(answer);
      });
    };
    socket.on('connect', watch);
    socket.on('load:changed', setLoad);
    if (socket.connected) watch();
    return () => {
      wanted = false;
      socket.off('connect', watch);
      socket.off('load:changed', setLoad);
    };
  }, [allowed]);
  return allowed ? load : null;
}
