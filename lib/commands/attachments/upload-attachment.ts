import { MAX_ATTACHMENT_MB } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { invalid, tooLarge } from '@/lib/desk/errors';
import type { Attachment } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { attachmentName } from './attachment-name';
import { ATTACHABLE, attachmentType, withFittingEnding } from './attachment-type';

/**
 * Brings a file, which goes with a message of the caller's later; one that does not is forgotten
 * after a day. Its type is what its content says. Throws `invalid` for an empty file or a type that
 * cannot be attached, `too_large` as soon as more bytes have come than fit, and then reads no more.
 */
export async function uploadAttachment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { name: string; chunks: AsyncIterable<Uint8Array> };
}): Promise<Attachment> {
  authorise(ctx.caller, 'work');
  const { desk, caller } = ctx;
  const bytes = await readAll(input.chunks);
  const given = attachmentName(input.name);
  if (bytes.byteLength === 0) throw invalid('This file is empty.', 'file');
  const type = await attachmentType(bytes, given);
  if (type === null)
    throw invalid(`This file cannot be attached. What can: ${ATTACHABLE}.`, 'file');
  const uploadedAt = desk.now();
  const attachment: Attachment = {
    id: newId(uploadedAt),
    name: withFittingEnding(given, type),
    type,
    bytes: bytes.byteLength,
  };
  await desk.store.files.keep(attachment.id, bytes);
  await desk.store.keepUpload({
    ...attachment,
    uploaderId: caller.id,
    messageId: null,
    uploadedAt,
  });
  return attachment;
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > MAX_ATTACHMENT_MB * 1_000_000)
      throw tooLarge(`A file has at most ${MAX_ATTACHMENT_MB} MB.`, 'file');
    read.push(chunk);
  }
  return Buffer.concat(read);
}
