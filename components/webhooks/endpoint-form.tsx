'use client';

import { useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { DialogForm } from '@/components/workspace/dialog-form';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import { MAX_NAME_LENGTH } from '@/lib/desk/checks';
import { EVENT_KINDS, type EventKind } from '@/lib/desk/endpoint';
import type { Channel } from '@/lib/desk/facts';
import type { EndpointWire } from '@/lib/desk/wire-webhooks';
import { EventChoice } from './event-choice';

/** What is said of an endpoint. `onSaved` is given the secret of a new one. */
export function EndpointForm({
  channel,
  endpoint,
  onSaved,
  onCancel,
}: {
  channel?: Channel;
  endpoint?: EndpointWire;
  onSaved: (secret: string | null) => void;
  onCancel: () => void;
}) {
  const [name, setName] = useState(
    endpoint?.name ?? (channel ? `Replies of ${channel.label}`.slice(0, MAX_NAME_LENGTH) : ''),
  );
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [events, setEvents] = useState<ReadonlySet<EventKind>>(new Set(endpoint?.events));
  const [submitted, setSubmitted] = useState(false);
  const { busy, refusal, run } = useWrite();
  const id = useId();
  const isOfChannel = channel !== undefined || (endpoint?.channel ?? null) !== null;

  const isEmpty = !isOfChannel && events.size === 0;

  const save = () => {
    setSubmitted(true);
    if (isEmpty) return;
    const said = { name: name.trim(), url: url.trim() };
    const chosen = EVENT_KINDS.filter((kind) => events.has(kind));
    const fields = isOfChannel ? said : { ...said, events: chosen };
    run(
      () =>
        endpoint
          ? callApi<{ secret?: string }>('PATCH', `/webhooks/${endpoint.id}`, fields)
          : callApi<{ secret?: string }>('POST', '/webhooks', { ...fields, channel: channel?.key }),
      ({ secret }) => onSaved(secret ?? null),
    );
  };

  return (
    <DialogForm
      refusal={refusedElsewhere(refusal, ['name', 'url', 'events'])}
      submitLabel={endpoint ? 'Save' : channel ? 'Deliver replies' : 'Add webhook'}
      busy={busy}
      disabled={!name.trim() || !url.trim()}
      onSubmit={save}
      onCancel={onCancel}
    >
      <Field label="Name" htmlFor={`${id}-name`} error={refusedAt(refusal, 'name')}>
        <Input
          id={`${id}-name`}
          dir="auto"
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          placeholder="Data warehouse"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field
        label="Address"
        htmlFor={`${id}-url`}
        hint="Calls are posted there as JSON."
        error={refusedAt(refusal, 'url')}
      >
        <Input
          id={`${id}-url`}
          type="url"
          className="font-mono text-xs"
          spellCheck={false}
          autoComplete="off"
          placeholder="https://example.com/hook"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      </Field>
      {!isOfChannel && (
        <EventChoice
          chosen={events}
          onChange={setEvents}
          error={submitted && isEmpty ? 'Choose at least one event.' : refusedAt(refusal, 'events')}
        />
      )}
    </DialogForm>
  );
}
