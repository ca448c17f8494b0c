'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { useMayShape } from '@/components/workspace/read-only-note';
import { SettingsSection } from '@/components/workspace/settings-section';
import { useWrite } from '@/components/workspace/use-write';
import { MAX_NAME_LENGTH } from '@/lib/desk/checks';
import type { MessengerRow } from '@/lib/desk/store';
import { changeOf, draftOf, fieldOf, type MessengerDraft } from './messenger-draft';
import { PreChatFields } from './pre-chat-fields';

const SIDES = [
  { value: 'right', label: 'Right' },
  { value: 'left', label: 'Left' },
] as const;

/** Where a messenger stands, how it looks and what it asks; saved together. */
export function MessengerForm({ messenger }: { messenger: MessengerRow }) {
  const router = useRouter();
  const mayShape = useMayShape();
  const [draft, setDraft] = useState(() => draftOf(messenger));
  const { busy, refusal, run } = useWrite();
  const colourId = useId();
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(messenger));
  const refusedField = fieldOf(refusal?.field);
  const errorAt = (field: keyof MessengerDraft) =>
    refusedField === field ? refusal?.message : undefined;
  const change = (part: Partial<MessengerDraft>) => setDraft({ ...draft, ...part });

  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...changeOf(draft), expect: messenger.revision };
    run(
      () => callApi('PATCH', `/channels/${messenger.channel}/messenger`, body),
      () => {
        toast.success('The messenger is saved');
        router.refresh();
      },
    );
  };

  return (
    <form onSubmit={save}>
      <fieldset disabled={!mayShape} className="contents">
        <SettingsSection title="Sites" about="Only these may show the messenger.">
          <Field
            label="Addresses of your sites, one a line"
            hint="Without a path, such as https://shop.example."
            error={errorAt('sites')}
          >
            <Textarea
              rows={3}
              spellCheck={false}
              className="font-mono text-xs"
              placeholder="https://shop.example"
              value={draft.sites}
              onChange={(event) => change({ sites: event.target.value })}
            />
          </Field>
        </SettingsSection>
        <SettingsSection title="Looks" about="What visitors see.">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Title" error={errorAt('title')}>
              <Input
                dir="auto"
                maxLength={MAX_NAME_LENGTH}
                value={draft.title}
                onChange={(event) => change({ title: event.target.value })}
              />
            </Field>
            <Field
              label="Colour"
              htmlFor={colourId}
              hint="Of the button and the title; what is written on it is black or white, whichever is read better."
              error={errorAt('accent')}
            >
              <input
                id={colourId}
                aria-describedby={`${colourId}-note`}
                type="color"
                className="h-8 w-16 cursor-pointer rounded-md border border-line-field bg-panel p-0.5"
                value={draft.accent}
                onChange={(event) => change({ accent: event.target.value })}
              />
            </Field>
            <Field label="Greeting" className="sm:col-span-2" error={errorAt('greeting')}>
              <Textarea
                dir="auto"
                rows={2}
                value={draft.greeting}
                onChange={(event) => change({ greeting: event.target.value })}
              />
            </Field>
            <div className="flex flex-col items-start gap-1.5">
              <span className="font-medium text-sm">Side</span>
              <Segmented
                label="Side"
                options={SIDES}
                value={draft.side}
                disabled={!mayShape}
                onValueChange={(side) => change({ side })}
              />
            </div>
          </div>
        </SettingsSection>
        <PreChatFields
          fields={draft.preChat}
          error={errorAt('preChat')}
          onChange={(preChat) => change({ preChat })}
        />
      </fieldset>
      {mayShape && (
        <div className="mb-8 flex flex-wrap items-center gap-3">
          <Button type="submit" variant="solid" busy={busy} disabled={!changed}>
            Save
          </Button>
          {changed && (
            <Button type="button" variant="ghost" onClick={() => setDraft(draftOf(messenger))}>
              Cancel
            </Button>
          )}
          {refusal && refusedField === null && (
            <p role="alert" className="text-danger text-sm">
              {refusal.message}
            </p>
          )}
        </div>
      )}
    </form>
  );
}
