import type { QueueView } from './queue-store';

/** The queue without any filter: everyone who waits. */
export const PLAIN_VIEW: QueueView = { filter: { status: 'new' }, order: 'priority' };
