import type { Draft, Sight, Upload } from '@/lib/desk/facts';
import { prepareDraftWrites } from './drafts';
import type { Database } from './open-database';
import { prepareSightWrites } from './sights';
import { prepareUploadWrites } from './uploads';

/** What belongs to one person alone: written by the same thread as commits, beside the journal. */
export type OwnWrite =
  | { kind: 'draft'; draft: Draft }
  | { kind: 'sight'; sight: Sight }
  | { kind: 'upload'; upload: Upload }
  | { kind: 'forgetUploads'; beforeMs: number };

/** Writes it inside a transaction; gives whether it changed anything. */
export function prepareOwnWrites(db: Database): (own: OwnWrite) => boolean {
  const toDrafts = prepareDraftWrites(db);
  const toSights = prepareSightWrites(db);
  const toUploads = prepareUploadWrites(db);
  return (own) => {
    switch (own.kind) {
      case 'draft':
        return toDrafts(own.draft);
      case 'sight':
        return toSights(own.sight);
      case 'upload':
        return toUploads.keep(own.upload);
      case 'forgetUploads':
        return toUploads.forget(own.beforeMs);
    }
  };
}
