import { z } from '@hono/zod-openapi';
import { SHOWN_IMAGES } from '@/lib/commands/attachments/attachment-type';
import { uploadAttachment } from '@/lib/commands/attachments/upload-attachment';
import { contentDisposition } from '@/lib/content-disposition';
import { MAX_ATTACHMENT_MB } from '@/lib/desk/checks';
import { authorise } from '@/lib/desk/context';
import { invalid, isDeskError, tooLarge } from '@/lib/desk/errors';
import { readAttachment } from '@/lib/desk/reads/attachment';
import { attachmentSchema } from './conversation-schemas';
import { createRoute, creates, errorAnswers, newApi } from './route';

const BYTES = 'application/octet-stream';
const MAX_NAME = 5_000;
const bytesContent = { [BYTES]: { schema: z.string().openapi({ format: 'binary' }) } };

const post = createRoute({
  method: 'post',
  path: '/attachments',
  summary: 'Bring a file, to go with a reply or a note of the caller’s',
  description: `Its bytes are the body, at most ${MAX_ATTACHMENT_MB} MB. Its type is what its content says: an image (PNG, JPEG, GIF, WebP), PDF, plain text, CSV, ZIP or an office file. One that goes with no message is forgotten after a day.`,
  request: {
    query: z.strictObject({ name: z.string().min(1).max(MAX_NAME) }),
    body: { content: bytesContent, required: true },
  },
  responses: creates(attachmentSchema, 'The file, to be named by its id in `attachmentIds`'),
});

const get = createRoute({
  method: 'get',
  path: '/attachments/{id}',
  summary: 'A file that goes with a message, or that the caller has brought',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'Its bytes, with its type and name', content: bytesContent },
    ...errorAnswers,
  },
});

/** Files that go with replies and notes. */
export function attachmentRoutes() {
  return newApi()
    .openapi(post, async (c) => {
      const { ctx } = c.var;
      // Before megabytes are read for somebody who may not send them.
      authorise(ctx.caller, 'work');
      if (c.req.header('content-type') !== BYTES)
        throw invalid(`Send the file's bytes, with Content-Type: ${BYTES}.`, 'content-type');
      try {
        if (Number(c.req.header('content-length') ?? 0) > MAX_ATTACHMENT_MB * 1_000_000)
          throw tooLarge(`A file has at most ${MAX_ATTACHMENT_MB} MB.`, 'file');
        const chunks = c.req.raw.body ?? new Blob([]).stream();
        const input = { name: c.req.valid('query').name, chunks };
        return c.json(await uploadAttachment({ ctx, input }), 201);
      } catch (error) {
        // What was not read still stands in the connection: it must not be used again.
        if (isDeskError(error) && error.code === 'too_large') c.header('connection', 'close');
        throw error;
      }
    })
    .openapi(get, async (c) => {
      const { name, type, content } = await readAttachment(c.var.ctx, c.req.valid('param').id);
      // Nothing in a file may run or be taken for a page of the desk, whatever is in it.
      return c.body(content, 200, {
        'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
        'content-disposition': contentDisposition(
          SHOWN_IMAGES.has(type) ? 'inline' : 'attachment',
          name,
        ),
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
      });
    });
}
