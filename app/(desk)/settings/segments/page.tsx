import type { Metadata } from 'next';
import { connection } from 'next/server';
import { NewSegmentMenu } from '@/components/segments/new-segment-menu';
import { SegmentList } from '@/components/segments/segment-list';
import { PageHeader } from '@/components/shell/page-header';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';

export const metadata: Metadata = { title: 'Customer Segments' };

export default async function SegmentsPage() {
  await connection();
  return (
    <>
      <PageHeader title="Customer Segments" action={<NewSegmentMenu />}>
        Named sets of conditions on what is known of a contact. A contact matches as soon as they
        hold; agents can filter by segment, and high-priority ones decide who is next.
      </PageHeader>
      <ReadOnlyNote what="segments" />
      <SegmentList />
    </>
  );
}
