'use client';

import { useId } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { SettingsSection } from '@/components/workspace/settings-section';
import { refusedAt, type useWrite } from '@/components/workspace/use-write';
import { type ConnectionDraft, freshOptions, timeoutOptions } from './connection-draft';

/** Stands for the external id among the attributes, none of which has such a key. */
const EXTERNAL_ID = '';

/** Where the CRM is, by what it knows contacts, and for which channels it is asked. */
export function ConnectionFields({
  draft,
  refusal,
  readOnly,
  onChange,
}: {
  draft: ConnectionDraft;
  refusal: ReturnType<typeof useWrite>['refusal'];
  readOnly: boolean;
  onChange: (change: Partial<ConnectionDraft>) => void;
}) {
  const { attributes, channels } = useCatalogue();
  const id = useId();
  const keys = [
    { value: EXTERNAL_ID, label: 'Their external id' },
    ...attributes.filter(({ enabled }) => enabled).map(({ key, label }) => ({ value: key, label })),
  ];
  const withChannel = (key: string, isFor: boolean) =>
    isFor ? [...draft.channels, key] : draft.channels.filter((one) => one !== key);
  return (
    <SettingsSection
      title="Connection"
      about="The desk posts a contact’s key there, signed, and takes an object in JSON for an answer; 404 says that the CRM does not know them."
      action={
        <div className="flex items-center gap-2 text-sm">
          <span aria-hidden="true" className="text-ink-muted">
            {draft.enabled ? 'On' : 'Off'}
          </span>
          <Switch
            label="Ask the CRM"
            checked={draft.enabled}
            disabled={readOnly}
            onCheckedChange={(enabled) => onChange({ enabled })}
          />
        </div>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          className="md:col-span-2"
          label="Address"
          htmlFor={`${id}-url`}
          hint="An address inside your network must be allowed by whoever runs the desk."
          error={refusedAt(refusal, 'url')}
        >
          <Input
            id={`${id}-url`}
            className="font-mono text-xs"
            placeholder="https://crm.example/frontrow/lookup"
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            inputMode="url"
            readOnly={readOnly}
            value={draft.url}
            onChange={(event) => onChange({ url: event.target.value })}
          />
        </Field>
        <Field
          label="The CRM knows contacts by"
          htmlFor={`${id}-key`}
          error={refusedAt(refusal, 'keyAttribute')}
        >
          <Combobox
            id={`${id}-key`}
            label="The CRM knows contacts by"
            value={draft.keyAttribute ?? EXTERNAL_ID}
            options={keys}
            disabled={readOnly}
            onValueChange={(key) => onChange({ keyAttribute: key === EXTERNAL_ID ? null : key })}
          />
        </Field>
        <Field
          label="An answer counts as fresh for"
          htmlFor={`${id}-fresh`}
          error={refusedAt(refusal, 'freshMinutes')}
        >
          <Select
            id={`${id}-fresh`}
            label="An answer counts as fresh for"
            value={`${draft.freshMinutes}`}
            options={freshOptions(draft.freshMinutes)}
            disabled={readOnly}
            onValueChange={(minutes) => onChange({ freshMinutes: Number(minutes) })}
          />
        </Field>
        <Field
          label="Give up an answer after"
          htmlFor={`${id}-timeout`}
          hint="It is asked again, less and less often."
          error={refusedAt(refusal, 'timeoutMs')}
        >
          <Select
            id={`${id}-timeout`}
            label="Give up an answer after"
            value={`${draft.timeoutMs}`}
            options={timeoutOptions(draft.timeoutMs)}
            disabled={readOnly}
            onValueChange={(ms) => onChange({ timeoutMs: Number(ms) })}
          />
        </Field>
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium text-sm">Its customers write on</legend>
          <ul className="space-y-1.5">
            {channels.map(({ key, label }) => (
              <li key={key} className="flex items-center gap-2 text-sm">
                <Switch
                  label={`Customers on ${label}`}
                  checked={draft.channels.includes(key)}
                  disabled={readOnly}
                  onCheckedChange={(isFor) => onChange({ channels: withChannel(key, isFor) })}
                />
                <span dir="auto" className="min-w-0 wrap-anywhere">
                  {label}
                </span>
              </li>
            ))}
          </ul>
        </fieldset>
      </div>
    </SettingsSection>
  );
}
