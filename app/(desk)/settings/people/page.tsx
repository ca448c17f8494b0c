import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { InviteButton } from '@/components/people/invite-button';
import { PeopleList } from '@/components/people/people-list';
import { PageHeader } from '@/components/shell/page-header';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';
import { may } from '@/lib/desk/context';
import { readPeople } from '@/lib/desk/reads/people';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const { desk, caller } = await signedIn();
  // The settings layout has said no already.
  if (!may(caller, 'readSettings')) return null;
  const people = await readPeople({ desk, caller });
  return (
    <>
      <PageHeader title="People" action={<InviteButton />}>
        Who may sign in, and what each may do. A change of role takes effect at once.
      </PageHeader>
      <ReadOnlyNote what="people" />
      <PeopleList people={people} />
    </>
  );
}
