import type { Draft, Sight, Upload } from '@/lib/desk/facts';
import { type DeliveryWrite, prepareDeliveryWrites } from './deliveries';
import { prepareDraftWrites } from './drafts';
import type { Database } from './open-database';
import { prepareSightWrites } from './sights';
import { prepareUploadWrites } from './uploads';
import { prepareTokenUses, type TokenUse } from './used-tokens';

/** What belongs to one person alone, or passes: written by the same thread as commits, beside the journal. */
export type OwnWrite =
  | { kind: 'draft'; draft: Draft }
  | { kind: 'sight'; sight: Sight }
  | { kind: 'upload'; upload: Upload }
  | { kind: 'forgetUploads'; beforeMs: number }
  | { kind: 'tokenUse'; use: TokenUse }
  | DeliveryWrite;

/** Writes it inside a transaction; gives whether it changed anything. */
export function prepareOwnWrites(db: Database): (own: OwnWrite) => boolean {
  const toDrafts = prepareDraftWrites(db);
  const toSights = prepareSightWrites(db);
  const toUploads = prepareUploadWrites(db);
  const toDeliveries = prepareDeliveryWrites(db);
  const toTokenUses = prepareTokenUses(db);
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
      case 'tokenUse':
        return toTokenUses(own.use);
      case 'derived':
      case 'attempt':
      case 'redeliver':
      case 'forgetDeliveries':
        return toDeliveries(own);
    }
  };
}
