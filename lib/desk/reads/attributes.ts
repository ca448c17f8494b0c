import type { Attribute } from '@/lib/attributes/attribute';
import { usersOf } from '../attribute-dependents';
import { authorise, type Ctx } from '../context';
import { notFound } from '../errors';
import type { AttributeDependents } from '../wire-attributes';
import { attributesInOrder } from './catalogue';

/** The catalogue in its order. Throws `forbidden` for who may not read the settings. */
export function readAttributes({ desk, caller }: Ctx): Attribute[] {
  authorise(caller, 'readSettings');
  return attributesInOrder(desk.memory);
}

/** What depends on an attribute: all that names it, and contacts with a value. Throws `not_found`. */
export async function readDependents(
  { desk, caller }: Ctx,
  key: string,
): Promise<AttributeDependents> {
  authorise(caller, 'readSettings');
  if (!desk.memory.attributes.has(key)) throw notFound(`There is no attribute ${key}.`);
  return { ...(await usersOf(desk, key)), contacts: await desk.store.countValues(key) };
}
