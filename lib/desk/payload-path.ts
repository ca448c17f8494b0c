/**
 * Where a fact lies in a webhook's body: names and places, such as `user.followers_count`,
 * `items[0].id` or `["first name"]`. There is nothing to run in it.
 */
export type PathStep = string | number;

export type ParsedPath = { ok: true; steps: PathStep[] } | { ok: false; message: string };

export const MAX_PATH_LENGTH = 200;
const MAX_PATH_STEPS = 20;

/** A name, a place in a list, or a name in quotes that holds what ends other names. */
const STEP = /(?:^|(?<=.)\.)([^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?)|\[(\d{1,6})\]|\["([^"]+)"\]/y;

/** Reads a path as it is written, or says what is wrong with it. */
export function parsePath(path: string): ParsedPath {
  const text = path.trim();
  if (text === '') return refuse('A path must not be empty.');
  if (text.length > MAX_PATH_LENGTH)
    return refuse(`A path has at most ${MAX_PATH_LENGTH} characters.`);
  const steps: PathStep[] = [];
  STEP.lastIndex = 0;
  for (let at = 0; at < text.length; at = STEP.lastIndex) {
    const step = STEP.exec(text);
    if (!step) return refuse(`This is no path from “${text.slice(at, at + 20)}” on.`);
    const [, name, place, quoted] = step;
    const key = name ?? quoted;
    if (key === '__proto__') return refuse('There is nothing called __proto__.');
    steps.push(key ?? Number(place));
  }
  if (steps.length > MAX_PATH_STEPS) return refuse(`A path has at most ${MAX_PATH_STEPS} steps.`);
  return { ok: true, steps };
}

/** What lies there in parsed JSON; undefined where nothing does, or the path is none. */
export function readPath(json: unknown, path: string): unknown {
  const parsed = parsePath(path);
  if (!parsed.ok) return undefined;
  let found = json;
  for (const step of parsed.steps) found = stepInto(found, step);
  return found;
}

/** Only what the body itself holds counts, and never what every object inherits. */
function stepInto(value: unknown, step: PathStep): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) !== (typeof step === 'number')) return undefined;
  return Object.getOwnPropertyDescriptor(value, step)?.value;
}

function refuse(message: string): ParsedPath {
  return { ok: false, message };
}
