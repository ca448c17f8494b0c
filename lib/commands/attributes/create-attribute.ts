import {
  ATTRIBUTE_KEY,
  type Attribute,
  type Format,
  type Manager,
} from '@/lib/attributes/attribute';
import { checkedName } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Memory } from '@/lib/desk/memory';

/**
 * Adds an attribute at the end of the catalogue. Its key, format and manager never change.
 * Throws `invalid` with the field, `conflict` for a key that is taken.
 */
export async function createAttribute({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { key: string; label: string; format: Format; manager: Manager };
}): Promise<Attribute> {
  authorise(ctx.caller, 'changeSettings');
  const label = checkedName(input.label, 'label');
  if (!ATTRIBUTE_KEY.test(input.key))
    throw invalid(
      'A key begins with a small letter and has small letters, digits and _ only, at most 63.',
      'key',
    );
  const { memory } = ctx.desk;
  return decide(ctx, 'createAttribute', async () => {
    if (memory.attributes.has(input.key))
      throw conflict(`There is an attribute with the key ${input.key} already.`, 'key');
    const after: Attribute = {
      key: input.key,
      label,
      format: input.format,
      manager: input.manager,
      enabled: true,
      standard: false,
      position: nextPosition(memory),
    };
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: [{ kind: 'attribute.created', body: { after } }],
      answer: () => after,
    };
  });
}

/** The position after the last attribute's. */
export function nextPosition(memory: Memory): number {
  const positions = [...memory.attributes.values()].map(({ position }) => position);
  return Math.max(-1, ...positions) + 1;
}
