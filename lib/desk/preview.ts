const PREVIEW_LENGTH = 140;

/** A message in one line: its text, or else the names of its files. */
export function previewOfWritten({
  text,
  attachments = [],
}: {
  text: string;
  attachments?: { name: string }[];
}): string {
  return previewOf(text.trim() || attachments.map(({ name }) => name).join(', '));
}

/** The beginning of a message in one line, at most 140 characters, never half a surrogate pair. */
export function previewOf(text: string): string {
  const line = text
    .slice(0, PREVIEW_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(line).slice(0, PREVIEW_LENGTH).join('');
}
