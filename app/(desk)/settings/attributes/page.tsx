import type { Metadata } from 'next';
import { connection } from 'next/server';
import { AttributeList } from '@/components/attributes/attribute-list';
import { CreateAttributeButton } from '@/components/attributes/create-attribute-button';
import { PageHeader } from '@/components/shell/page-header';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';

export const metadata: Metadata = { title: 'Contact attributes' };

export default async function AttributesPage() {
  await connection();
  return (
    <>
      <PageHeader title="Contact attributes" action={<CreateAttributeButton />}>
        The kinds of facts your desk keeps about contacts, in the order in which people see them.
        Segments are made of them.
      </PageHeader>
      <ReadOnlyNote what="attributes" />
      <AttributeList />
    </>
  );
}
