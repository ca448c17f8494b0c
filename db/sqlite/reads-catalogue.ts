import { asc } from 'drizzle-orm';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/desk/facts';
import type { Catalogue } from '@/lib/desk/store';
import type { Database } from './open-database';
import { attributes, channels, people, segments, settings } from './schema';

/** Reads the catalogue; call it in a transaction that knows its revision. */
export function prepareCatalogueReads(db: Database) {
  const allAttributes = db
    .select()
    .from(attributes)
    .orderBy(asc(attributes.position), asc(attributes.key))
    .prepare();
  const allSegments = db.select().from(segments).orderBy(asc(segments.id)).prepare();
  const allSettings = db.select().from(settings).orderBy(asc(settings.name)).prepare();
  const allChannels = db.select().from(channels).orderBy(asc(channels.key)).prepare();
  const allPeople = db.select().from(people).orderBy(asc(people.id)).prepare();

  return (): Omit<Catalogue, 'revision'> => {
    const rows = new Map(allSettings.all().map((row) => [row.name, row]));
    const kept = rows.get('settings');
    const list = rows.get('prioritization');
    const segmentIds: string[] = list ? JSON.parse(list.value) : [];
    const current: Settings = { ...DEFAULT_SETTINGS, ...(kept && JSON.parse(kept.value)) };
    const crm = rows.get('crm');
    return {
      attributes: allAttributes.all(),
      segments: allSegments.all(),
      prioritization: { segmentIds, revision: list?.revision ?? 0 },
      settings: current,
      crm: { connection: crm ? JSON.parse(crm.value) : null, revision: crm?.revision ?? 0 },
      channels: allChannels.all(),
      people: allPeople.all(),
    };
  };
}
