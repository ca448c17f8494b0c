import type { Load } from '@/lib/desk/wire';
import { UNOWNED } from '@/lib/ranking/filter';
import { authorise, type Ctx } from '../context';
import { isoTimeOrNull } from '../iso-time';
import type { Memory } from '../memory';

/** The supervisor's strip. Throws `forbidden` for who may not see everyone's load. */
export function readLoad({ desk, caller }: Ctx): Load {
  authorise(caller, 'seeLoad');
  return loadOf(desk.memory);
}

/** New conversations, and the open ones of every active person, most first. */
export function loadOf(memory: Memory): Load {
  const open = memory.queue.ownedBy();
  const waiting = memory.queue.window({ status: 'new' }, 'oldest', 0, 1);
  const oldest = memory.conversations.get(waiting.ids[0] ?? '');
  return {
    waiting: waiting.total,
    oldestWaitingSince: isoTimeOrNull(oldest?.waitingSince ?? null),
    unowned: memory.queue.window({ status: 'new', owner: UNOWNED }, 'oldest', 0, 0).total,
    people: [...memory.people.values()]
      .filter(({ id, active }) => active || open.has(id))
      .map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0 }))
      .sort((a, b) => b.open - a.open || (a.name < b.name ? -1 : 1)),
  };
}
