import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { accessOfProcess } from '@/lib/auth/access-of-process';
import type { Ctx, PersonCaller } from '@/lib/desk/context';
import { deskOfProcess } from '@/lib/desk/desk-of-process';
import { meOf } from '@/lib/desk/reads/catalogue';
import type { PersonWire } from '@/lib/desk/wire';

/** Who looks at the page, and the desk; sends who is not signed in to the sign-in page. */
export async function signedIn(): Promise<Ctx<PersonCaller> & { me: PersonWire }> {
  await connection();
  const desk = deskOfProcess();
  const identified = await accessOfProcess().callers.fromHeaders(await headers());
  if (identified?.caller.kind !== 'person') redirect('/sign-in');
  const { caller } = identified;
  return { desk, caller, me: meOf({ desk, caller }) };
}
