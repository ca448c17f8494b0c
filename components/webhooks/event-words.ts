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
      { kind: 'conversation.claimed', label: 'Somebody takes one' },
      { kind: 'conversation.assigned', label: 'One is assigned' },
      { kind: 'conversation.released', label: 'One is released' },
      { kind: 'conversation.skipped', label: 'One is skipped' },
      { kind: 'conversation.statusChanged', label: 'A status changes' },
      { kind: 'conversation.boomeranged', label: 'One is put away' },
      { kind: 'conversation.cameBack', label: 'One comes back' },
      { kind: 'conversation.undone', label: 'An act is undone' },
    ],
  },
];
