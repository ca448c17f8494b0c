import { recall, remember } from '@/lib/desk/remember';
import type { Callers } from './callers';

const NAME = 'access';

/** How pages tell who asks, and whether anybody may sign in by one click. */
export type Access = { callers: Callers; demo: boolean };

/** Makes this the access of the process, for pages to find. */
export function setAccessOfProcess(access: Access): void {
  remember(NAME, access);
}

/** The access of this process. Throws before the server has opened it. */
export function accessOfProcess(): Access {
  const access = recall(NAME);
  if (!isAccess(access)) throw new Error('The desk is not open: start the server with server.ts');
  return access;
}

/** By shape: instanceof is false for what another module graph has made. */
function isAccess(value: unknown): value is Access {
  return typeof value === 'object' && value !== null && 'callers' in value && 'demo' in value;
}
