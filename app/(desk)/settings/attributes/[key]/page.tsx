import type { Metadata } from 'next';
import { AttributeScreen } from '@/components/attributes/attribute-screen';

export const metadata: Metadata = { title: 'Contact attribute' };

export default async function AttributePage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  return <AttributeScreen key={key} attributeKey={key} />;
}
