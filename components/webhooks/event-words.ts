import type { EventKind } from '@/lib/desk/endpoint';

/** What the events are called, by what they are about. */
export const EVENT_GROUPS: readonly {
  name: string;
  events: readonly { kind: EventKind; label: string }[];
}[] = [
  {
    name: 'Contacts and priority',
    events: [
      { kind: 'segment.entered', label: 'A contact enters a segment' },
      { kind: 'segment.left', label: 'A contact leaves a segment' },
      { kind: 'priority.changed', label: 'A conversation’s priority changes' },
      { kind: 'contact.valuesEntered', label: 'Somebody enters a value by hand' },
    ],
  },
  {
    name: 'What customers do',
    events: [
      { kind: 'conversation.opened', label: 'A conversation opens' },
      { kind: 'conversation.reopened', label: 'A resolved one opens again' },
      { kind: 'conversation.messageReceived', label: 'A message arrives' },
    ],
  },
  {
    name: 'What your team does',
    events: [
      { kind: 'conversation.replied', label: 'Somebody replies' },
      { kind: 'conversation.noted', label: 'Somebody writes a note' },
      { kind: 'conversation.claimed', label: 'A conversation is taken' },
      { kind: 'conversation.assigned', label: 'A conversation is assigned' },
      { kind: 'conversation.released', label: 'A conversation is released' },
      { kind: 'conversation.skipped', label: 'A conversation is skipped' },
      { kind: 'conversation.statusChanged', label: 'A conversation’s status changes' },
      { kind: 'conversation.boomeranged', label: 'A conversation is put away' },
      { kind: 'conversation.cameBack', label: 'A conversation comes back' },
      { kind: 'conversation.undone', label: 'An act is undone' },
    ],
  },
];
