/** Why something did not begin, in one sentence for who runs the desk: no stack, no query. */
export function failureSentence(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const code = 'code' in thrown ? String(thrown.code) : '';
  if (code === 'EADDRINUSE' && 'port' in thrown)
    return `Port ${thrown.port} is taken: stop what listens there, or set PORT to another.`;
  if (code.startsWith('SQLITE_')) return `The database cannot be used: ${thrown.message}.`;
  // A failed query carries all of itself in its message, and what went wrong as its cause.
  if (thrown.message.includes('\n') && thrown.cause) return failureSentence(thrown.cause);
  return thrown.message;
}
