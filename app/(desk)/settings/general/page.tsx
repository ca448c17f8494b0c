import type { Metadata } from 'next';
import { connection } from 'next/server';
import { PageHeader } from '@/components/shell/page-header';
import { ForgottenForm } from '@/components/workspace/forgotten-form';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';
import { TimeZoneForm } from '@/components/workspace/time-zone-form';

export const metadata: Metadata = { title: 'General' };

export default async function GeneralPage() {
  await connection();
  return (
    <>
      <PageHeader title="General">What holds for the whole workspace.</PageHeader>
      <ReadOnlyNote what="these settings" />
      <TimeZoneForm />
      <ForgottenForm />
    </>
  );
}
