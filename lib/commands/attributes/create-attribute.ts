import type { Attribute } from '@/lib/attributes/attribute';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { type AttributeInput, newAttribute, nextPosition } from './decide-attribute';

/**
 * Adds an attribute at the end of the catalogue. Its key, format and manager never change.
 * Throws `invalid` with the field, `conflict` for a key that is taken.
 */
export async function createAttribute({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: AttributeInput;
}): Promise<Attribute> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  return decide(ctx, 'createAttribute', async () => {
    const after = newAttribute(memory.attributes, input, nextPosition(memory.attributes));
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: [{ kind: 'attribute.created', body: { after } }],
      answer: () => after,
    };
  });
}
