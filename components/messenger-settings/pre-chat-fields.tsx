'use client';

import { X } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Switch } from '@/components/ui/switch';
import { useMayShape } from '@/components/workspace/read-only-note';
import { SettingsSection } from '@/components/workspace/settings-section';
import { formatLabel } from '@/lib/attributes/formats';
import { mayFill } from '@/lib/attributes/may-write';
import type { PreChatField } from '@/lib/desk/facts';

/** What a messenger asks before the first message: each fills an attribute. */
export function PreChatFields({
  fields,
  error,
  onChange,
}: {
  fields: readonly PreChatField[];
  error: string | undefined;
  onChange: (fields: PreChatField[]) => void;
}) {
  const { attributes } = useCatalogue();
  const mayShape = useMayShape();
  const labels = new Map(attributes.map(({ key, label }) => [key, label]));
  const asked = new Set(fields.map(({ attribute }) => attribute));
  const options = attributes
    .filter((one) => one.enabled && mayFill(one, 'channel') && !asked.has(one.key))
    .map((one) => ({ value: one.key, label: one.label, hint: formatLabel(one.format) }));
  const change = (at: number, field: PreChatField) => onChange(fields.with(at, field));

  return (
    <SettingsSection
      title="Before the first message"
      about="What visitors are asked, with their first message. Each answer fills an attribute, where it has no value yet."
    >
      {fields.length === 0 && <p className="text-ink-muted text-sm">Nothing is asked.</p>}
      <ul aria-label="What is asked" className="space-y-2">
        {fields.map((field, at) => {
          const label = labels.get(field.attribute) ?? field.attribute;
          return (
            <li key={field.attribute} className="flex items-center gap-3 text-sm">
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {label}
              </span>
              <span className="text-ink-muted text-xs">
                {field.required ? 'Required' : 'Optional'}
              </span>
              <Switch
                label={`${label} is required`}
                checked={field.required}
                disabled={!mayShape}
                onCheckedChange={(required) => change(at, { ...field, required })}
              />
              {mayShape && (
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={`Ask no more for ${label}`}
                  onClick={() => onChange(fields.toSpliced(at, 1))}
                >
                  <X aria-hidden />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayShape && options.length > 0 && (
        <Combobox
          className="mt-3 max-w-64"
          label="Ask for an attribute"
          placeholder="Ask for…"
          value=""
          options={options}
          onValueChange={(attribute) => onChange([...fields, { attribute, required: true }])}
        />
      )}
      {error && (
        <p role="alert" className="mt-2 text-danger text-xs">
          {error}
        </p>
      )}
    </SettingsSection>
  );
}
