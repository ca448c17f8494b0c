import { fileTypeFromBuffer } from 'file-type';

/** The types that can be attached, and how the names of such files end. */
const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/gif', ['gif']],
  ['image/webp', ['webp']],
  ['application/pdf', ['pdf']],
  ['text/plain', ['txt', 'log', 'md', 'json']],
  ['text/csv', ['csv']],
  ['application/zip', ['zip']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']],
  ['application/vnd.oasis.opendocument.text', ['odt']],
  ['application/vnd.oasis.opendocument.spreadsheet', ['ods']],
  ['application/vnd.oasis.opendocument.presentation', ['odp']],
]);

/** What somebody who is refused is told. */
export const ATTACHABLE =
  'images (PNG, JPEG, GIF, WebP), PDF, plain text, CSV, ZIP and office files';

/** The images that a browser may show where they are. */
export const SHOWN_IMAGES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

// Control characters that no text file has.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** What a file is by its content, whatever its name says; null for what cannot be attached. */
export async function attachmentType(bytes: Uint8Array, name: string): Promise<string | null> {
  const recognised = await fileTypeFromBuffer(bytes);
  if (recognised) return ENDINGS.has(recognised.mime) ? recognised.mime : null;
  if (!isPlainText(bytes)) return null;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

/** Text in UTF-8 that is no markup: a page is refused, not shown as text. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !NO_TEXT.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}

/** The name with an ending that fits the type, so that nothing is saved under another. */
export function withFittingEnding(name: string, type: string): string {
  const endings = ENDINGS.get(type) ?? [];
  const ending = name.includes('.') ? name.split('.').at(-1)?.toLowerCase() : undefined;
  if (ending !== undefined && endings.includes(ending)) return name;
  return `${name}.${endings[0] ?? 'bin'}`;
}
