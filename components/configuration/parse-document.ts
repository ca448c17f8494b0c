export type ParsedDocument = { ok: true; document: object } | { ok: false; message: string };

/** Reads a document as it was pasted; what fits in it is for the desk to say. */
export function parseDocument(text: string): ParsedDocument {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return { ok: true, document: json };
    return {
      ok: false,
      message: 'This is JSON, but no configuration: it begins with { and ends with }.',
    };
  } catch (error) {
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
    const place = line === undefined ? '' : `: look at line ${line}, column ${column}`;
    return { ok: false, message: `This is not JSON${place}.` };
  }
}
