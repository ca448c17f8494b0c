import { authorise, type Ctx } from '../context';
import { notFound } from '../errors';
import type { Attachment } from '../facts';

/**
 * A file with its bytes: for whoever sees conversations, or for who has brought it while no message
 * goes with it. Throws `not_found`.
 */
export async function readAttachment(
  { desk, caller }: Ctx,
  id: string,
): Promise<Attachment & { content: Uint8Array<ArrayBuffer> }> {
  authorise(caller, 'see');
  const upload = await desk.store.upload(id);
  const isSeen = upload && (upload.messageId !== null || upload.uploaderId === caller.id);
  const content = isSeen ? await desk.store.files.read(id) : null;
  if (!isSeen || !content) throw notFound('There is no such file, or it is gone.');
  const { name, type, bytes } = upload;
  return { id, name, type, bytes, content };
}
