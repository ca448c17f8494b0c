import { checkedName } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Person, Role } from '@/lib/desk/facts';

/**
 * Changes a person's name or role, or deactivates or reactivates them. Throws `not_found`, and
 * `conflict` when no active admin would be left.
 */
export async function changePerson({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { id: string; name?: string; role?: Role; active?: boolean };
}): Promise<Person> {
  authorise(ctx.caller, 'changeSettings');
  const name = input.name === undefined ? undefined : checkedName(input.name, 'name');
  const { memory } = ctx.desk;
  return decide(ctx, 'changePerson', async () => {
    const before = memory.people.get(input.id);
    if (!before) throw notFound('There is no such person.');
    const after: Person = {
      ...before,
      name: name ?? before.name,
      role: input.role ?? before.role,
      active: input.active ?? before.active,
    };
    const others = [...memory.people.values()].filter(({ id }) => id !== before.id);
    if (isActiveAdmin(before) && ![...others, after].some(isActiveAdmin))
      throw conflict('A desk needs at least one active admin.', input.role ? 'role' : 'active');
    const same =
      after.name === before.name && after.role === before.role && after.active === before.active;
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: same ? [] : [{ kind: 'person.saved', body: { before, after } }],
      answer: () => after,
    };
  });
}

function isActiveAdmin({ role, active }: Person): boolean {
  return role === 'admin' && active;
}
