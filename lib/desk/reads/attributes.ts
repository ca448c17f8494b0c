import type { Attribute } from '@/lib/attributes/attribute';
import { authorise, type Ctx } from '../context';
import { notFound } from '../errors';
import { attributesInOrder, dependentSegments } from './catalogue';

/** The catalogue in its order. Throws `forbidden` for who may not read the settings. */
export function readAttributes({ desk, caller }: Ctx): Attribute[] {
  authorise(caller, 'readSettings');
  return attributesInOrder(desk.memory);
}

/** What depends on an attribute: segments with a condition on it, contacts with a value. */
export async function readDependents(
  { desk, caller }: Ctx,
  key: string,
): Promise<{ segments: { id: string; name: string }[]; contacts: number }> {
  authorise(caller, 'readSettings');
  if (!desk.memory.attributes.has(key)) throw notFound(`There is no attribute ${key}.`);
  return {
    segments: dependentSegments(desk.memory, key),
    contacts: await desk.store.countValues(key),
  };
}
