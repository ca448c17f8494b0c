import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { accessOfProcess } from '@/lib/auth/access-of-process';
import type { Ctx, PersonCaller } from '@/lib/desk/context';
import { deskOfProcess } from '@/lib/desk/desk-of-process';
import { meOf } from '@/lib/desk/reads/catalogue';
import type { PersonWire } from '@/lib/desk/wire';
import { PATH_HEADER } from '@/lib/page-path';

/**
 * Who looks at the page, and the desk; sends who is not signed in to the sign-in page, and from
 * there back to where they wanted to go.
 */
export async function signedIn(): Promise<Ctx<PersonCaller> & { me: PersonWire }> {
  await connection();
  const desk = deskOfProcess();
  const asked = await headers();
  const identified = await accessOfProcess().callers.fromHeaders(asked);
  if (identified?.caller.kind !== 'person')
    redirect(`/sign-in?${new URLSearchParams({ next: asked.get(PATH_HEADER) ?? '/queue' })}`);
  const { caller } = identified;
  return { desk, caller, me: meOf({ desk, caller }) };
}
