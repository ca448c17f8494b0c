import type { MappedField } from '@/lib/desk/payload-mapping';

/** What the facts besides attributes are called, and what each is for. */
export const MAPPED_WORDS: Record<MappedField, { label: string; hint: string; example: string }> = {
  externalId: {
    label: 'Contact’s id',
    hint: 'Needed. The same id is the same customer.',
    example: 'user.id',
  },
  name: { label: 'Name', hint: 'Fills an empty name.', example: 'user.name' },
  text: {
    label: 'Message',
    hint: 'A call without one updates the contact alone.',
    example: 'message.text',
  },
  messageId: {
    label: 'Message’s id',
    hint: 'Else the call’s webhook-id tells it apart.',
    example: 'message.id',
  },
  sentAt: {
    label: 'Sent at',
    hint: 'The sender’s clock; kept, and never used to rank.',
    example: 'message.created_at',
  },
};

/** A call to try a mapping on, until a real one is pasted. */
export const SAMPLE_CALL = `{
  "user": {
    "id": "1042",
    "name": "Léa Fontaine",
    "followers_count": 12431
  },
  "message": {
    "id": "m-77",
    "text": "Where is my order?",
    "created_at": "2026-03-02T09:31:00Z"
  }
}`;
