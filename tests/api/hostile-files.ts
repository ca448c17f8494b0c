const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const SCRIPT = '<script>window.top.hacked = true; document.title = "hacked"; alert(1)</script>';

/** The smallest pictures and papers there are. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
export const GIF = new Uint8Array(
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
);

/** Files that want to run, and what the desk takes them for; null: not at all. */
export const HOSTILE_FILES: readonly [
  what: string,
  name: string,
  Uint8Array,
  type: string | null,
][] = [
  ['a page called a picture', 'cat.png', bytes(`<!doctype html>${SCRIPT}`), null],
  ['a page after white space', 'cat.txt', bytes(`\n\n  <html>${SCRIPT}`), null],
  ['a page after a mark of its encoding', 'cat.txt', bytes(`\xef\xbb\xbf<html>${SCRIPT}`), null],
  [
    'a page in UTF-16',
    'cat.txt',
    new Uint8Array(Buffer.from(`\ufeff<b>${SCRIPT}`, 'utf16le')),
    null,
  ],
  [
    'a drawing with a script',
    'a.svg',
    bytes(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
    null,
  ],
  [
    'a drawing after its declaration',
    'a.png',
    bytes(`<?xml version="1.0"?><svg>${SCRIPT}</svg>`),
    null,
  ],
  ['a program', 'setup.pdf', bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'), null],
  ['text with a NUL', 'a.txt', bytes('Hello\0world'), null],
  ['letters that are no UTF-8', 'a.csv', bytes('name\n\xe9t\xe9'), null],
  [
    'a picture that is a page, too',
    'a.html',
    new Uint8Array([...GIF, ...bytes(`--><html>${SCRIPT}`)]),
    'image/gif',
  ],
  [
    'a paper with a script',
    'a.pdf',
    bytes(`%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>\n${SCRIPT}`),
    'application/pdf',
  ],
  ['text with a script', 'a.html', bytes(`Look: ${SCRIPT}`), 'text/plain'],
  ['a table with a formula', 'a.csv', bytes('=cmd|calc!A1,1\n'), 'text/csv'],
];

/** Names that want to be something else, and what becomes of them. */
export const HOSTILE_NAMES: readonly [given: string, kept: string | RegExp][] = [
  ['../../etc/passwd', 'passwd.png'],
  ['C:\\Windows\\cat.png', 'cat.png'],
  ['..', 'file.png'],
  ['.png', 'png.png'],
  ['cat.png"; filename="evil.html', 'cat.png_; filename=_evil.html.png'],
  ['a\r\nSet-Cookie: x=1\n\n<b>.png', 'a Set-Cookie_ x=1 _b_.png'],
  ['annexe\u202egpj.exe', 'annexe gpj.exe.png'],
  ['\u2066\u200f.png', 'png.png'],
  ["d'été (1)*.PNG", "d'été (1)_.PNG"],
  ['%2e%2e%2fx.png', '%2e%2e%2fx.png'],
  [`${'x'.repeat(4_990)}.png`, /^x{107}…x{8}\.png$/],
  ['猫😀.png', '猫😀.png'],
];
