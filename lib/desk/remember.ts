/**
 * One instance a process. Next loads a module up to three times (server, routes, pages), so what
 * must exist once hangs on globalThis under a key of ours.
 */
const memory: Map<string, unknown> = rememberedMap();

function rememberedMap(): Map<string, unknown> {
  const key = Symbol.for('frontrow.memory');
  const existing: unknown = Reflect.get(globalThis, key);
  if (existing instanceof Map) return existing;
  const created = new Map<string, unknown>();
  Reflect.set(globalThis, key, created);
  return created;
}

/** Puts the instance where every module graph finds it. */
export function remember(name: string, instance: unknown): void {
  memory.set(name, instance);
}

/** What was remembered under the name, or undefined. The caller knows its type: see desk-of-process.ts. */
export function recall(name: string): unknown {
  return memory.get(name);
}
