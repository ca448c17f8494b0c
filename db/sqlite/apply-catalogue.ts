import { eq, sql } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { attributes, contactValues, segments, settings } from './schema';
import { type DraftOf, given, givenIn, mustWrite, type Written } from './written';

type AttributeDraft = DraftOf<
  'attribute.created' | 'attribute.changed' | 'attribute.deleted' | 'attributes.reordered'
>;

const ATTRIBUTE_GONE = 'This attribute does not exist any more.';
const SEGMENT_GONE = 'This segment does not exist any more.';

/** What entries about attributes write. */
export function prepareAttributeWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(attributes).values({
      key: given('key'),
      label: given('label'),
      format: given('format'),
      manager: given('manager'),
      enabled: given('enabled'),
      standard: given('standard'),
      position: given('position'),
    }),
  );
  // Key, format, manager and standard never change.
  const update = prepareWrite(
    db,
    db
      .update(attributes)
      .set({ label: givenIn('label'), enabled: givenIn('enabled'), position: givenIn('position') })
      .where(eq(attributes.key, given('key'))),
  );
  const move = prepareWrite(
    db,
    db
      .update(attributes)
      .set({ position: givenIn('position') })
      .where(eq(attributes.key, given('key'))),
  );
  const remove = prepareWrite(db, db.delete(attributes).where(eq(attributes.key, given('key'))));
  const removeValues = prepareWrite(
    db,
    db.delete(contactValues).where(eq(contactValues.attribute, given('key'))),
  );

  return (draft: AttributeDraft): void => {
    switch (draft.kind) {
      case 'attribute.created':
        insert.run(draft.body.after);
        break;
      case 'attribute.changed': {
        const { key, label, enabled, position } = draft.body.after;
        const changed = { key, label, enabled: enabled ? 1 : 0, position };
        mustWrite(update.run(changed), ATTRIBUTE_GONE);
        break;
      }
      case 'attribute.deleted': {
        const { key } = draft.body.before;
        removeValues.run({ key });
        mustWrite(remove.run({ key }), ATTRIBUTE_GONE);
        break;
      }
      case 'attributes.reordered':
        draft.body.after.forEach((key, position) => {
          mustWrite(move.run({ key, position }), ATTRIBUTE_GONE);
        });
        break;
      default:
        draft satisfies never;
    }
  };
}

type SegmentDraft = DraftOf<'segment.saved' | 'segment.deleted'>;

/** What entries about segments write. The Prioritization list has an entry of its own. */
export function prepareSegmentWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(segments).values({
      id: given('id'),
      name: given('name'),
      join: given('join'),
      conditions: given('conditions'),
      changedBy: given('changedBy'),
      changedAt: given('changedAt'),
      revision: given('revision'),
    }),
  );
  const update = prepareWrite(
    db,
    db
      .update(segments)
      .set({
        name: givenIn('name'),
        join: givenIn('join'),
        conditions: givenIn('conditions'),
        changedBy: givenIn('changedBy'),
        changedAt: givenIn('changedAt'),
        revision: givenIn('revision'),
      })
      .where(eq(segments.id, given('id'))),
  );
  const remove = prepareWrite(db, db.delete(segments).where(eq(segments.id, given('id'))));

  return (draft: SegmentDraft, { revision, at, actor }: Written): void => {
    switch (draft.kind) {
      case 'segment.saved': {
        const { before, after } = draft.body;
        const row = { ...after, changedBy: actor.name, changedAt: at, revision };
        if (before === null) insert.run(row);
        else {
          const conditions = JSON.stringify(after.conditions);
          mustWrite(update.run({ ...row, conditions }), SEGMENT_GONE);
        }
        break;
      }
      case 'segment.deleted':
        mustWrite(remove.run({ id: draft.body.before.id }), SEGMENT_GONE);
        break;
      default:
        draft satisfies never;
    }
  };
}

type SettingsDraft = DraftOf<'settings.changed' | 'prioritization.changed' | 'crmConnection.saved'>;

/** The rows they change. */
const NAMES = {
  'settings.changed': 'settings',
  'prioritization.changed': 'prioritization',
  'crmConnection.saved': 'crm',
} as const;

/** What entries about the Prioritization list and the settings write. */
export function prepareSettingsWrites(db: Database) {
  const put = prepareWrite(
    db,
    db
      .insert(settings)
      .values({ name: given('name'), value: given('value'), revision: given('revision') })
      .onConflictDoUpdate({
        target: settings.name,
        set: { value: sql`excluded.value`, revision: sql`excluded.revision` },
      }),
  );

  return (draft: SettingsDraft, { revision }: Written): void => {
    put.run({ name: NAMES[draft.kind], value: JSON.stringify(draft.body.after), revision });
  };
}
