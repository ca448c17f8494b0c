'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ContactDetail } from '@/lib/desk/wire-contacts';
import type { ContactChanged } from '@/lib/realtime/protocol';
import { ApiFailure, callApi } from './call-api';
import { ACK_TIMEOUT_MS, deskSocket } from './socket';

/** Reads a contact. Throws ApiFailure. */
export function readContact(contactId: string): Promise<ContactDetail> {
  return callApi('GET', `/contacts/by-id/${contactId}`);
}

/**
 * A contact as this screen knows it, read again whenever it changes. `changes` counts how often that
 * was; `isGone` says that it is forgotten.
 */
export function useContact(initial: ContactDetail) {
  const { contactId } = initial;
  const [contact, setContact] = useState(initial);
  const [changes, setChanges] = useState(0);
  const [isGone, setGone] = useState(false);

  const refresh = useCallback(async () => {
    try {
      setContact(await readContact(contactId));
    } catch (thrown) {
      // What could not be read is read at the next change, or when the desk is back.
      if (thrown instanceof ApiFailure && thrown.status === 404) setGone(true);
    }
    setChanges((before) => before + 1);
  }, [contactId]);

  useEffect(() => {
    const socket = deskSocket();
    let wanted = true;
    function watch() {
      socket.timeout(ACK_TIMEOUT_MS).emit('contact:watch', { contactId }, (lost, answer) => {
        if (!wanted) return;
        if (lost && socket.connected) watch();
        // What changed before it was watched was not heard.
        else if (!lost && !('error' in answer)) void refresh();
      });
    }
    function onChanged(message: ContactChanged) {
      if (message.contactId !== contactId) return;
      if (message.isForgotten) setGone(true);
      else void refresh();
    }
    socket.on('connect', watch);
    socket.on('contact:changed', onChanged);
    if (socket.connected) watch();
    return () => {
      wanted = false;
      socket.off('connect', watch);
      socket.off('contact:changed', onChanged);
      if (socket.connected) socket.emit('contact:unwatch', { contactId });
    };
  }, [contactId, refresh]);

  return { contact, changes, isGone, refresh };
}
