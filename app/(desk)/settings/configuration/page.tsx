import type { Metadata } from 'next';
import { connection } from 'next/server';
import { ApplySection } from '@/components/configuration/apply-section';
import { DownloadSection } from '@/components/configuration/download-section';
import { PageHeader } from '@/components/shell/page-header';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';

export const metadata: Metadata = { title: 'Configuration' };

export default async function ConfigurationPage() {
  await connection();
  return (
    <>
      <PageHeader title="Configuration">
        How this desk is shaped, as one file: to keep, to compare, or to shape another desk the same
        way.
      </PageHeader>
      <ReadOnlyNote what="what a file would change" />
      <DownloadSection />
      <ApplySection />
    </>
  );
}
