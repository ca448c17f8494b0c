'use client';

import { useId } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { SettingsSection } from '@/components/workspace/settings-section';
import { refusedAt, type useWrite } from '@/components/workspace/use-write';
import { MAX_PATH_LENGTH } from '@/lib/desk/payload-path';
import type { ConnectionDraft } from './connection-draft';
import { usePushAddress } from './use-push-address';

/** How what the CRM pushes by itself is read, if it pushes anything. */
export function PushFields({
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
  const { push } = draft;
  const address = usePushAddress();
  const id = useId();
  return (
    <SettingsSection
      title="Pushes"
      about="The CRM can say by itself that a customer has changed: it posts to this address, signed, and the record fills in the same values as an answer."
      action={
        <div className="flex items-center gap-2 text-sm">
          <span aria-hidden="true" className="text-ink-muted">
            {push ? 'On' : 'Off'}
          </span>
          <Switch
            label="The CRM pushes"
            checked={push !== null}
            disabled={readOnly}
            onCheckedChange={(pushes) => onChange({ push: pushes ? USUAL_PUSH : null })}
          />
        </div>
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <code className="min-w-0 wrap-anywhere font-mono text-ink text-xs">{address}</code>
        <CopyButton text={address} label="Copy address" />
      </div>
      {push && (
        <div className="mt-4 grid gap-4 md:grid-cols-2">
          <Field
            label="Where its key is"
            htmlFor={`${id}-key`}
            hint="In the whole of what is pushed."
            error={refusedAt(refusal, 'push.keyPath')}
          >
            <PathInput
              id={`${id}-key`}
              path={push.keyPath}
              placeholder="data.id"
              readOnly={readOnly}
              onPath={(keyPath) => onChange({ push: { ...push, keyPath } })}
            />
          </Field>
          <Field
            label="Where the record is"
            htmlFor={`${id}-record`}
            hint="Its version and values are looked for there. Empty for the whole."
            error={refusedAt(refusal, 'push.recordPath')}
          >
            <PathInput
              id={`${id}-record`}
              path={push.recordPath ?? ''}
              placeholder="data"
              readOnly={readOnly}
              onPath={(path) => onChange({ push: { ...push, recordPath: path.trim() || null } })}
            />
          </Field>
        </div>
      )}
    </SettingsSection>
  );
}

/** As Standard Webhooks has it: what happened, when, and what it is about under `data`. */
const USUAL_PUSH = { keyPath: 'data.id', recordPath: 'data' };

function PathInput({
  id,
  path,
  placeholder,
  readOnly,
  onPath,
}: {
  id: string;
  path: string;
  placeholder: string;
  readOnly: boolean;
  onPath: (path: string) => void;
}) {
  return (
    <Input
      id={id}
      className="font-mono text-xs"
      placeholder={placeholder}
      maxLength={MAX_PATH_LENGTH}
      spellCheck={false}
      autoCapitalize="none"
      autoComplete="off"
      readOnly={readOnly}
      value={path}
      onChange={(event) => onPath(event.target.value)}
    />
  );
}
