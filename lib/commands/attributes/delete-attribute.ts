import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, forbidden, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { dependentSegments } from '@/lib/desk/reads/catalogue';

/**
 * Deletes an attribute with all its values. Throws `forbidden` for a standard one, and
 * `conflict`, naming them, while segments use it.
 */
export async function deleteAttribute({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { key: string };
}): Promise<void> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  await decide(ctx, 'deleteAttribute', async () => {
    const before = memory.attributes.get(input.key);
    if (!before) throw notFound(`There is no attribute ${input.key}.`);
    if (before.standard) throw forbidden(`${before.label} is standard and cannot be deleted.`);
    const users = dependentSegments(memory, input.key).map(({ name }) => name);
    if (users.length > 0)
      throw conflict(
        `${before.label} is used by ${users.join(', ')}. Change these segments first.`,
      );
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: [{ kind: 'attribute.deleted', body: { before } }],
      answer: () => undefined,
    };
  });
}
