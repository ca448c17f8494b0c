import { authorise, type Ctx, may } from '@/lib/desk/context';
import { conflict, forbidden, invalid } from '@/lib/desk/errors';
import { sourceOf } from './source-of';
import { undoValues } from './undo-values';

/**
 * Takes back values of a contact that were written by hand, by the revision that the write was
 * answered with. One takes back one's own; supervisors and admins anyone's. Throws `invalid` for a
 * revision that is no such write, `conflict` when it is too late, `forbidden`.
 */
export async function undoContactValues({
  ctx,
  input: { contactId, revision },
}: {
  ctx: Ctx;
  input: { contactId: string; revision: number };
}): Promise<{ revision: number }> {
  authorise(ctx.caller, 'writeValues');
  sourceOf(ctx.caller, 'agent');
  const [act] = await ctx.desk.store.entriesAfter(revision - 1, 1);
  if (act?.kind !== 'contact.attributesChanged' || act.body.contactId !== contactId)
    throw invalid('This revision is no change of the values of this contact.', 'revision');
  if (act.body.undone) throw conflict('What was undone cannot be undone again.');
  if (act.actor.id !== ctx.caller.id && !may(ctx.caller, 'assignAnyone'))
    throw forbidden(`Only ${act.actor.name}, a supervisor or an admin can undo this.`);
  return { revision: await undoValues({ ctx, input: { act } }) };
}
