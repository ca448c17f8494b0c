'use client';

import { type FormEvent, useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { refreshCatalogue, useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { forgottenOptions, hoursOf, NEVER } from './forgotten-options';
import { useMayShape } from './read-only-note';
import { useWrite } from './use-write';

/** After how long a Pending conversation in which nothing happens is resolved by itself. */
export function ForgottenForm() {
  const { settings } = useCatalogue();
  const mayShape = useMayShape();
  const kept =
    settings.autoResolveAfterHours === null ? NEVER : `${settings.autoResolveAfterHours}`;
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, refusal, run } = useWrite();
  const id = useId();
  const value = chosen ?? kept;
  const options = forgottenOptions(settings.autoResolveAfterHours);

  const save = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => callApi('PATCH', '/settings', { autoResolveAfterHours: hoursOf(value) }),
      async () => {
        await refreshCatalogue();
        setChosen(null);
        toast.success(
          value === NEVER
            ? 'Nothing is resolved by itself'
            : `Resolved after ${options.find((one) => one.value === value)?.label}`,
        );
      },
    );
  };

  return (
    <form onSubmit={save} className="mt-8 max-w-md">
      <Field
        label="Resolve what is forgotten"
        htmlFor={id}
        hint="A Pending conversation in which nobody has written for so long is resolved by itself. One that was put away, or whose customer still waits, is not."
        error={refusal?.message}
      >
        <Select
          id={id}
          label="Resolve what is forgotten"
          value={value}
          onValueChange={setChosen}
          options={options}
          disabled={!mayShape}
        />
      </Field>
      {mayShape && value !== kept && (
        <div className="mt-4 flex gap-2">
          <Button type="submit" variant="solid" busy={busy}>
            Save
          </Button>
          <Button type="button" variant="ghost" onClick={() => setChosen(null)}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}
