'use client';

import Link from 'next/link';
import { useValueWrite } from '@/components/acts/use-value-write';
import { useConversation } from '@/components/live/conversation-live';
import { Avatar } from '@/components/ui/avatar';
import { AttributeGroups } from './attribute-groups';
import { CrmLookup } from './crm-lookup';
import { HeldValuesProvider } from './held-values';

/** Who the contact of a conversation is: every enabled attribute, by who manages it. */
export function ContactCard() {
  const { header, values } = useConversation().detail;
  const { save } = useValueWrite();
  const { contact } = header;
  const email = values.find(({ attribute }) => attribute === 'email')?.value;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-3 pr-8 xl:pr-0">
        <Avatar name={contact.name} size="lg" />
        <div className="min-w-0">
          <h2 dir="auto" className="line-clamp-2 break-words font-semibold text-base leading-5">
            <Link href={`/contacts/${contact.id}`} prefetch={false} className="hover:underline">
              {contact.name}
            </Link>
          </h2>
          <p className="truncate text-ink-muted" title={String(email ?? contact.externalId)}>
            {email ?? contact.externalId}
          </p>
        </div>
      </div>
      <CrmLookup />
      <HeldValuesProvider held={{ values, save }}>
        <AttributeGroups />
      </HeldValuesProvider>
    </div>
  );
}
