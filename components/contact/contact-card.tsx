'use client';

import { useCatalogue } from '@/components/live/catalogue';
import { useConversation } from '@/components/live/conversation-live';
import { Avatar } from '@/components/ui/avatar';
import { MANAGERS } from '@/lib/attributes/attribute';
import { AttributeGroup } from './attribute-group';

/** Who the contact is: every enabled attribute, by who manages it, known or not. */
export function ContactCard() {
  const { header, values } = useConversation().detail;
  const { attributes } = useCatalogue();
  const { contact } = header;
  const email = values.find(({ attribute }) => attribute === 'email')?.value;
  const enabled = attributes
    .filter(({ enabled: isEnabled }) => isEnabled)
    .sort((a, b) => a.position - b.position);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-3 pr-8 xl:pr-0">
        <Avatar name={contact.name} size="lg" />
        <div className="min-w-0">
          <h2 dir="auto" className="line-clamp-2 break-words font-semibold text-base leading-5">
            {contact.name}
          </h2>
          <p className="truncate text-ink-muted" title={String(email ?? contact.externalId)}>
            {email ?? contact.externalId}
          </p>
        </div>
      </div>
      {MANAGERS.map((manager) => (
        <AttributeGroup
          key={manager}
          manager={manager}
          attributes={enabled.filter((attribute) => attribute.manager === manager)}
        />
      ))}
    </div>
  );
}
