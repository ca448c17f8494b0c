import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { ContactsScreen } from '@/components/contacts/contacts-screen';

export const metadata: Metadata = { title: 'Contacts' };

export default async function ContactsPage() {
  await signedIn();
  return <ContactsScreen />;
}
