import { MAX_ATTACHMENTS } from '@/lib/desk/checks';
import type { Ctx } from '@/lib/desk/context';
import { invalid } from '@/lib/desk/errors';
import type { Attachment } from '@/lib/desk/facts';

/**
 * The files that go with a message, as it shows them. Throws `invalid` for too many, for one twice,
 * and for one that is not the caller's to send: unknown, somebody else's, or sent already.
 */
export async function attachmentsToSend(
  { desk, caller }: Ctx,
  ids: readonly string[],
): Promise<Attachment[]> {
  if (ids.length > MAX_ATTACHMENTS)
    throw invalid(`A message has at most ${MAX_ATTACHMENTS} files.`, 'attachmentIds');
  if (new Set(ids).size < ids.length)
    throw invalid('A file goes with a message once.', 'attachmentIds');
  return Promise.all(
    ids.map(async (id) => {
      const upload = await desk.store.upload(id);
      if (!upload || upload.uploaderId !== caller.id || upload.messageId !== null)
        throw invalid('A file is not there any more: attach it again.', 'attachmentIds');
      const { name, type, bytes } = upload;
      return { id, name, type, bytes };
    }),
  );
}
