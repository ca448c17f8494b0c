import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Upload } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { prepareWrite, type Write } from './prepare-write';
import { uploads } from './schema-beside-journal';
import { given, givenIn } from './written';

/** Keeps what is known of uploads, and forgets those that no message goes with. */
export function prepareUploadWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(uploads).values({
      id: given('id'),
      uploaderId: given('uploaderId'),
      messageId: given('messageId'),
      name: given('name'),
      type: given('type'),
      bytes: given('bytes'),
      uploadedAt: given('uploadedAt'),
    }),
  );
  const remove = prepareWrite(
    db,
    db
      .delete(uploads)
      .where(and(isNull(uploads.messageId), lt(uploads.uploadedAt, given('beforeMs')))),
  );
  return {
    keep: (upload: Upload): boolean => insert.run(upload).changes > 0,
    forget: (beforeMs: number): boolean => remove.run({ beforeMs }).changes > 0,
  };
}

/** Lets a message go with an upload; meets no row if another does already. */
export function prepareUploadSend(db: Database): Write {
  return prepareWrite(
    db,
    db
      .update(uploads)
      .set({ messageId: givenIn('messageId') })
      .where(and(eq(uploads.id, given('id')), isNull(uploads.messageId))),
  );
}

/** Reads uploads. */
export function prepareUploadReads(db: Database) {
  const one = db
    .select()
    .from(uploads)
    .where(eq(uploads.id, given('id')))
    .prepare();
  return { one: (id: string): Upload | null => one.get({ id }) ?? null };
}
