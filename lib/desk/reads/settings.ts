import { authorise, type Ctx } from '../context';
import type { Channel, Settings } from '../facts';

/** The workspace's settings. Throws `forbidden`. */
export function readSettings({ desk, caller }: Ctx): Settings {
  authorise(caller, 'readSettings');
  return desk.memory.settings;
}

/** All channels by key. Throws `forbidden`. */
export function readChannels({ desk, caller }: Ctx): Channel[] {
  authorise(caller, 'readSettings');
  return [...desk.memory.channels.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
