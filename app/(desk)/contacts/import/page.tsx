import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { ImportScreen } from '@/components/contacts/import-screen';
import { NoPermission } from '@/components/shell/no-permission';
import { may } from '@/lib/desk/context';

export const metadata: Metadata = { title: 'Import contacts' };

export default async function ImportPage() {
  const { caller } = await signedIn();
  if (!may(caller, 'importContacts'))
    return (
      <NoPermission title="Importing is for supervisors and admins">
        Ask one of them to bring the file in.
      </NoPermission>
    );
  return <ImportScreen />;
}
