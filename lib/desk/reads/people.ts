import { authorise, type Ctx } from '../context';
import { isoTime } from '../iso-time';
import type { PersonWire, TokenWire } from '../wire';

/** Everybody, active ones first, then by name. Throws `forbidden`. */
export async function readPeople({ desk, caller }: Ctx): Promise<PersonWire[]> {
  authorise(caller, 'readSettings');
  return [...desk.memory.people.values()].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  );
}

/** The API tokens, newest first, without their secrets. Throws `forbidden`. */
export async function readTokens({ desk, caller }: Ctx): Promise<TokenWire[]> {
  authorise(caller, 'manageTokens');
  const tokens = await desk.store.tokens();
  return tokens.map(({ id, name, scope, createdAt }) => ({
    id,
    name,
    scope,
    createdAt: isoTime(createdAt),
  }));
}
