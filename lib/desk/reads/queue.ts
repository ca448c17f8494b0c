import { type QueueFilter, type QueueOrder, UNOWNED } from '@/lib/ranking/filter';
import { authorise, type Caller, type Ctx } from '../context';
import { DeskError, invalid, isDeskError } from '../errors';
import type { Memory } from '../memory';
import { queueEntry } from '../queue-entry';
import type { QueueEntry } from '../wire';

/** Stands for the caller in a filter's owner, until the edge has told who that is. */
export const MINE = 'mine';

export type QueueRequest = {
  filter: QueueFilter;
  order: QueueOrder;
  offset: number;
  limit: number;
};

export type QueueWindow = {
  epoch: string;
  revision: number;
  total: number;
  entries: QueueEntry[];
};

/** One window of the queue, true at its revision. Throws `invalid` for a filter that names nothing. */
export function readQueue(ctx: Ctx, request: QueueRequest): QueueWindow {
  authorise(ctx.caller, 'see');
  const { memory } = ctx.desk;
  const filter = checkedFilter(memory, ctx.caller, request.filter);
  const { ids, total } = memory.queue.window(filter, request.order, request.offset, request.limit);
  return {
    epoch: memory.epoch,
    revision: memory.revision,
    total,
    entries: ids.map((id) => queueEntry(memory, id)),
  };
}

/** The filter with `mine` made a person. Throws `invalid` for an unknown segment, channel or owner. */
export function checkedFilter(memory: Memory, caller: Caller, filter: QueueFilter): QueueFilter {
  checkFilterNames(memory, filter);
  if (filter.owner !== MINE) return filter;
  if (caller.kind !== 'person') throw invalid('Only a person can ask for mine.', 'owner');
  return { ...filter, owner: caller.id };
}

/** What a filter can name. */
export type FilterNames = Record<'segments' | 'channels' | 'people', { has(id: string): boolean }>;

/** Throws `invalid` for an unknown segment, channel or owner; `mine` may be anybody. */
export function checkFilterNames(
  names: FilterNames,
  { segments, channel, owner }: QueueFilter,
): void {
  segments?.forEach((id) => {
    if (!names.segments.has(id)) throw invalid(`There is no segment ${id}.`, 'segments');
  });
  if (channel !== undefined && !names.channels.has(channel))
    throw invalid(`There is no channel ${channel}.`, 'channel');
  if (owner === undefined || owner === UNOWNED || owner === MINE) return;
  if (!names.people.has(owner)) throw invalid(`There is no person ${owner}.`, 'owner');
}

/** What the check answers; a field that it refuses is named by its path in the message. */
export function filterRefusal<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!isDeskError(error) || error.field === undefined) throw error;
    throw new DeskError(error.code, error.message, `filter.${error.field}`);
  }
}
