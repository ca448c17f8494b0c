import type { Desk } from './desk';
import { recall, remember } from './remember';

const NAME = 'desk';

/** Makes the desk the one of this process, for pages to find. */
export function setDeskOfProcess(desk: Desk): void {
  remember(NAME, desk);
}

/** The desk of this process. Throws before the server has opened it. */
export function deskOfProcess(): Desk {
  const desk = recall(NAME);
  if (!isDesk(desk)) throw new Error('The desk is not open: start the server with server.ts');
  return desk;
}

/** By shape: instanceof is false for a Desk of another module graph. */
function isDesk(value: unknown): value is Desk {
  return typeof value === 'object' && value !== null && 'memory' in value && 'commit' in value;
}
