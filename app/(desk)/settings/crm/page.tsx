import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { CrmSettings } from '@/components/crm/crm-settings';
import { PageHeader } from '@/components/shell/page-header';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';
import { readCrm } from '@/lib/desk/reads/crm';

export const metadata: Metadata = { title: 'CRM' };

export default async function CrmPage() {
  const { desk, caller } = await signedIn();
  const crm = await readCrm({ desk, caller });
  return (
    <>
      <PageHeader title="CRM">
        Customers who write in are looked up there, and what it manages is filled in.
      </PageHeader>
      <ReadOnlyNote what="these settings" />
      <CrmSettings crm={crm} />
    </>
  );
}
