import { authorise, type Ctx } from '../context';
import type { Settings } from '../facts';

/** The workspace's settings. Throws `forbidden`. */
export function readSettings({ desk, caller }: Ctx): Settings {
  authorise(caller, 'readSettings');
  return desk.memory.settings;
}
