import { usersInWords, usersOf } from '@/lib/desk/attribute-dependents';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, forbidden, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';

/**
 * Deletes an attribute with all its values. Throws `forbidden` for a standard one, and
 * `conflict`, naming them, while segments, canned replies, channels or the CRM connection use it.
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
    const expect = [catalogueAsInMemory(memory)];
    const users = usersInWords(await usersOf(ctx.desk, input.key));
    if (users) throw conflict(`${before.label} is used by ${users}. Change these first.`);
    return {
      expect,
      entries: [{ kind: 'attribute.deleted', body: { before } }],
      answer: () => undefined,
    };
  });
}
