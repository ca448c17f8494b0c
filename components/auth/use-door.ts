'use client';

import { useState } from 'react';
import { Refusal, send } from './send';

const DEAD = new Set([403, 404, 409, 410]);

/** What a link with a token came to; null while it is open. */
export type DoorState =
  | { kind: 'dead' }
  | { kind: 'refused'; message: string; field: string | undefined }
  | null;

/** Posts through a link that works once, then opens the queue. A refusal without a field means a dead link. */
export function useDoor(path: string): {
  state: DoorState;
  enter: (body: object) => Promise<void>;
} {
  const [state, setState] = useState<DoorState>(null);
  const enter = async (body: object) => {
    setState(null);
    try {
      await send(path, body);
      window.location.assign('/queue');
      // Stays busy until the next page stands.
      await new Promise(() => {});
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const aboutLink = error.field === undefined || error.field === 'token';
      if (DEAD.has(error.status) && aboutLink) setState({ kind: 'dead' });
      else setState({ kind: 'refused', message: error.message, field: error.field });
    }
  };
  return { state, enter };
}
