import { segmentsNaming } from '@/lib/desk/attribute-dependents';
import { authorise, type Ctx } from '@/lib/desk/context';
import { notFound } from '@/lib/desk/errors';
import type { Memory } from '@/lib/desk/memory';
import type { AttributePreview } from '@/lib/desk/wire-attributes';
import { type Holders, movesShown, previewMoves, priorityChanges } from '../segments/preview-moves';

/**
 * What enabling or disabling an attribute would do: which segments would match fewer contacts or
 * more, and which queued conversations would move. Changes nothing. Throws `not_found`.
 */
export async function previewAttribute({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { key: string; enabled: boolean };
}): Promise<AttributePreview> {
  authorise(ctx.caller, 'readSettings');
  const { memory } = ctx.desk;
  if (!memory.attributes.has(input.key)) throw notFound(`There is no attribute ${input.key}.`);
  return attributePreview(memory, input.key, input.enabled);
}

/** The same, from memory alone. */
export function attributePreview(memory: Memory, key: string, enabled: boolean): AttributePreview {
  const catalogue = new Map(memory.attributes);
  const attribute = catalogue.get(key);
  if (attribute) catalogue.set(key, { ...attribute, enabled });
  const contactsIn = (bits: Int32Array) => [...memory.contactsAt(bits)].length;

  const holders: Holders[] = [];
  const segments = segmentsNaming(memory, key).map((segment) => {
    const { id, name } = segment;
    const before = memory.matcher.holders(id);
    const after = memory.matcher.holdersOf(segment, catalogue);
    const highPriority = memory.highPriority.has(id);
    if (highPriority) holders.push({ before, after });
    return { id, name, highPriority, from: contactsIn(before), to: contactsIn(after) };
  });
  return {
    conversations: priorityChanges(memory, holders).size,
    ...movesShown(memory, previewMoves(memory, holders)),
    segments,
  };
}
