import { authorise, type Ctx } from '@/lib/desk/context';
import { notFound } from '@/lib/desk/errors';
import { sourceOf } from './source-of';
import { type ValuesWritten, writeValues } from './write-values';

/** Writes values, by hand, of a contact of any namespace, by its id. Throws as writeValues. */
export async function writeContactValues({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { contactId: string; values: ReadonlyMap<string, unknown> };
}): Promise<ValuesWritten> {
  authorise(ctx.caller, 'writeValues');
  const as = sourceOf(ctx.caller, 'agent');
  const contact = await ctx.desk.store.contact(input.contactId);
  if (!contact) throw notFound('There is no such contact, or it is forgotten.');
  const { namespace, externalId } = contact;
  return writeValues({
    ctx,
    input: { contact: { namespace, externalId }, as, values: input.values },
  });
}
