import type { Metadata } from 'next';
import { NewSegment } from '@/components/segments/edit-segment';

export const metadata: Metadata = { title: 'New segment' };

export default async function NewSegmentPage({
  searchParams,
}: {
  searchParams: Promise<{ template?: string | string[] }>;
}) {
  const { template } = await searchParams;
  const name = typeof template === 'string' ? template : undefined;
  return <NewSegment key={name} template={name} />;
}
