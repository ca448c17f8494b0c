import type { Metadata } from 'next';
import { connection } from 'next/server';
import { HowPriorityWorks } from '@/components/prioritization/how-priority-works';
import { PrioritizationList } from '@/components/prioritization/prioritization-list';
import { PageHeader } from '@/components/shell/page-header';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';

export const metadata: Metadata = { title: 'Prioritization' };

export default async function PrioritizationPage() {
  await connection();
  return (
    <>
      <PageHeader title="Prioritization">
        The segments that decide who stands higher in the queue.
      </PageHeader>
      <ReadOnlyNote what="priorities" />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <PrioritizationList />
        <HowPriorityWorks />
      </div>
    </>
  );
}
