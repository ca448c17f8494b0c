import type { Attribute } from '@/lib/attributes/attribute';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { changedAttribute } from './decide-attribute';

/**
 * Renames, enables or disables an attribute. A disabled one keeps its values; conditions on it
 * are false until it is enabled again. Throws `not_found`, `invalid`.
 */
export async function changeAttribute({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { key: string; label?: string; enabled?: boolean };
}): Promise<Attribute> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  return decide(ctx, 'changeAttribute', async () => {
    const before = memory.attributes.get(input.key);
    if (!before) throw notFound(`There is no attribute ${input.key}.`);
    const after = changedAttribute(before, input);
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: after ? [{ kind: 'attribute.changed', body: { before, after } }] : [],
      answer: () => after ?? before,
    };
  });
}
