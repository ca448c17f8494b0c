import type { Metadata } from 'next';
import { EditSegment } from '@/components/segments/edit-segment';

export const metadata: Metadata = { title: 'Segment' };

export default async function SegmentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <EditSegment key={id} segmentId={id} />;
}
