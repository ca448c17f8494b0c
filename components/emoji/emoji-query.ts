/** An emoji that is being named: where its colon stands, and what was typed after it. */
export type EmojiQuery = { at: number; typed: string };

/** The name that the caret is behind, of two letters or more, with no space in it; null for none. */
export function emojiQuery(text: string, caret: number): EmojiQuery | null {
  const before = text.slice(Math.max(0, caret - 40), caret);
  const [found, typed] = /(?<![^\s(])[:]([a-z][a-z0-9_]+)$/i.exec(before) ?? [];
  if (found === undefined || typed === undefined) return null;
  return { at: caret - found.length, typed };
}
