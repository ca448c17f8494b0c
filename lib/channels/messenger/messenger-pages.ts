import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { SHOWN_IMAGES } from '@/lib/commands/attachments/attachment-type';
import { contentDisposition } from '@/lib/content-disposition';
import type { Desk } from '@/lib/desk/desk';
import type { MessengerRow } from '@/lib/desk/store';
import type { FrameSettings } from './frame-settings';
import type { VisitorTokens } from './visitor-tokens';

const FEW_MINUTES = 'public, max-age=300';
/** What a site's page, and the frame in it, may load. */
const ASSETS = new Map([
  ['loader.js', 'text/javascript; charset=utf-8'],
  ['widget.js', 'text/javascript; charset=utf-8'],
  ['widget.css', 'text/css; charset=utf-8'],
]);

export type MessengerPagesOptions = {
  desk: Desk;
  tokens: VisitorTokens;
  /** Where the built loader and widget are. */
  folder: string;
};

/**
 * What a messenger shows: the loader that a site names in a script tag, the frame it opens, and the
 * files that went with replies. The frame is shown on the sites that the messenger names, and
 * nowhere else.
 */
export function messengerPages({ desk, tokens, folder }: MessengerPagesOptions): Hono {
  const pages = new Hono();
  for (const [name, type] of ASSETS)
    pages.get(`/messenger/${name}`, async (c) => {
      const text = await readFile(join(folder, name), 'utf8').catch(() => null);
      if (text === null) return c.notFound();
      const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
      const headers = { etag, 'cache-control': FEW_MINUTES };
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
      // Any site may load what is no secret of anybody's.
      const anySite = { 'cross-origin-resource-policy': 'cross-origin' };
      return c.body(text, 200, { ...headers, ...anySite, 'content-type': type });
    });
  pages.get('/messenger/files/:id', async (c) => {
    const id = c.req.param('id');
    if (!(await tokens.opensFile(id, c.req.query('pass') ?? '', desk.now()))) return c.notFound();
    const file = await desk.store.upload(id);
    const content = file && (await desk.store.files.read(id));
    if (!file || !content) return c.notFound();
    const { type, name } = file;
    return c.body(new Uint8Array(content), 200, {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-disposition': contentDisposition(
        SHOWN_IMAGES.has(type) ? 'inline' : 'attachment',
        name,
      ),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
  });
  pages.get('/messenger/:channel', async (c) => {
    const messenger = await desk.store.messenger(c.req.param('channel'));
    return messenger ? frame(c, desk, messenger) : c.notFound();
  });
  return pages;
}

function frame(c: Context, desk: Desk, messenger: MessengerRow): Response {
  const { channel, origins, title, greeting, accent, side } = messenger;
  const settings: FrameSettings = {
    channel,
    origins: [...origins],
    title,
    greeting,
    accent,
    side,
    asked: messenger.preChat.flatMap(({ attribute: key, required }) => {
      const attribute = desk.memory.attributes.get(key);
      if (!attribute?.enabled) return [];
      return [{ key, label: attribute.label, format: attribute.format, required }];
    }),
  };
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${origins.join(' ')}`.trim(),
  ].join('; ');
  // Data in a script element is no script; `<` would end the element.
  const data = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return c.html(
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="referrer" content="no-referrer">
<title>Messenger</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/messenger/widget.css">
<script id="settings" type="application/json">${data}</script>
<script type="module" src="/messenger/widget.js"></script>
</head>
<body><main id="messenger" aria-label="Messenger"></main></body>
</html>
`,
    200,
    { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' },
  );
}
