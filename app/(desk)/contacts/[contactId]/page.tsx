import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { ContactGone } from '@/components/contacts/contact-gone';
import { ContactScreen } from '@/components/contacts/contact-screen';
import { isDeskError } from '@/lib/desk/errors';
import { readContact } from '@/lib/desk/reads/contact';

type Props = { params: Promise<{ contactId: string }> };

export const metadata: Metadata = { title: 'Contact' };

export default async function ContactPage({ params }: Props) {
  const { contactId } = await params;
  const ctx = await signedIn();
  const contact = await readContact(ctx, contactId).catch((thrown: unknown) => {
    if (isDeskError(thrown) && thrown.code === 'not_found') return null;
    throw thrown;
  });
  if (contact === null) return <ContactGone />;
  return <ContactScreen key={contactId} initial={contact} />;
}
