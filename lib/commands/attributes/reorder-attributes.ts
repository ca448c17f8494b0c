import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { attributesInOrder } from '@/lib/desk/reads/catalogue';

/** Puts the attributes in this order. Throws `invalid` unless every key is there exactly once. */
export async function reorderAttributes({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { keys: readonly string[] };
}): Promise<void> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  await decide(ctx, 'reorderAttributes', async () => {
    const before = attributesInOrder(memory).map(({ key }) => key);
    const after = [...new Set(input.keys)];
    const whole = after.length === input.keys.length && after.length === before.length;
    if (!whole || !after.every((key) => memory.attributes.has(key)))
      throw invalid('Name every attribute exactly once.', 'keys');
    const same = after.every((key, index) => key === before[index]);
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: same ? [] : [{ kind: 'attributes.reordered', body: { before, after } }],
      answer: () => undefined,
    };
  });
}
