'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AttributeGroups } from '@/components/contact/attribute-groups';
import { HeldValuesProvider } from '@/components/contact/held-values';
import { useCatalogue } from '@/components/live/catalogue';
import { useContact } from '@/components/live/use-contact';
import { late, useLate } from '@/components/ui/late';
import { toast } from '@/components/ui/toast';
import type { AttributeWire } from '@/lib/desk/wire';
import type { ContactDetail } from '@/lib/desk/wire-contacts';
import { ContactConversations } from './contact-conversations';
import { ContactGone } from './contact-gone';
import { ContactHead } from './contact-head';
import { ForgetButton } from './forget-button';
import { HistoryList } from './history-list';
import { useContactWrite } from './use-contact-write';
import { useHistory } from './use-history';

const lateDialog = late(() => import('./value-history-dialog'));

/** One contact: what is known and from where, their segments and conversations, and what happened. */
export function ContactScreen({ initial }: { initial: ContactDetail }) {
  const { contact, changes, isGone, refresh } = useContact(initial);
  const { contactId, values } = contact;
  const { channels } = useCatalogue();
  const router = useRouter();
  const save = useContactWrite(contactId, refresh);
  const history = useHistory({ contactId, changes });
  const [asked, setAsked] = useState<AttributeWire | null>(null);
  const dialog = useLate(lateDialog, asked !== null);
  const labelOf = (channel: string) =>
    channels.find(({ key }) => key === channel)?.label ?? channel;
  if (isGone) return <ContactGone />;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 md:px-8">
      <p className="-mb-3 text-ink-muted text-xs">
        <Link href="/contacts" className="hover:text-ink hover:underline">
          Contacts
        </Link>
      </p>
      <ContactHead
        contact={contact}
        channelLabel={labelOf(contact.channel)}
        actions={
          <ForgetButton
            contactId={contactId}
            name={contact.name}
            onForgotten={() => {
              router.push('/contacts');
              toast.success(`${contact.name} is forgotten`);
            }}
          />
        }
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6 max-lg:order-2">
          <section aria-labelledby="contact-conversations">
            <h2 id="contact-conversations" className="mb-2 font-semibold">
              Conversations
            </h2>
            <ContactConversations conversations={contact.conversations} labelOf={labelOf} />
          </section>
          <section aria-labelledby="contact-history">
            <h2 id="contact-history" className="font-semibold">
              Timeline
            </h2>
            <HistoryList {...history} empty="Nothing has happened yet." />
          </section>
        </div>
        <section aria-label="What is known" className="flex min-w-0 flex-col gap-4">
          <HeldValuesProvider held={{ values, save, onHistory: setAsked }}>
            <AttributeGroups />
          </HeldValuesProvider>
        </section>
      </div>
      {asked && dialog && (
        <dialog.ValueHistoryDialog
          contactId={contactId}
          attribute={asked}
          changes={changes}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
