import type { Draft } from '@/lib/desk/facts';
import { prepareDraftWrites } from './drafts';
import type { Database } from './open-database';

/** What belongs to one person alone: written by the same thread as commits, beside the journal. */
export type OwnWrite = { kind: 'draft'; draft: Draft };

/** Writes it inside a transaction; gives whether it changed anything. */
export function prepareOwnWrites(db: Database): (own: OwnWrite) => boolean {
  const toDrafts = prepareDraftWrites(db);
  return ({ draft }) => toDrafts(draft);
}
