'use client';

import { type FormEvent, useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { refreshCatalogue, useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useNow } from '@/components/ui/use-now';
import { useMayShape } from './read-only-note';
import { timeZoneOptions, todayIn } from './time-zones';
import { useWrite } from './use-write';

/** The workspace's time zone: chosen, then saved, with what it decides and which day it is there. */
export function TimeZoneForm() {
  const { settings } = useCatalogue();
  const mayShape = useMayShape();
  const [chosen, setChosen] = useState<string | null>(null);
  const [options] = useState(() => timeZoneOptions(settings.timeZone));
  const { busy, refusal, run } = useWrite();
  const id = useId();
  const now = useNow(60_000);
  const timeZone = chosen ?? settings.timeZone;
  const changed = timeZone !== settings.timeZone;

  const save = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => callApi('PATCH', '/settings', { timeZone }),
      async () => {
        await refreshCatalogue();
        setChosen(null);
        toast.success(`Time zone set to ${timeZone}`);
      },
    );
  };

  return (
    <form onSubmit={save} className="max-w-md">
      <Field
        label="Time zone"
        htmlFor={id}
        hint="Decides where a calendar day begins and ends. Conditions on dates compare days in this zone; changing it judges them again at once and may re-rank the queue."
        error={refusal?.message}
      >
        <Combobox
          id={id}
          label="Time zone"
          value={timeZone}
          onValueChange={setChosen}
          options={options}
          searchPlaceholder="Search a city or region"
          disabled={!mayShape}
          invalid={refusal !== null}
        />
      </Field>
      <p className="mt-3 text-ink-muted text-sm tabular-nums" suppressHydrationWarning>
        {now ? `It is ${todayIn(timeZone, now)} there.` : '\u00a0'}
      </p>
      {mayShape && (
        <div className="mt-4 flex gap-2">
          <Button type="submit" variant="solid" busy={busy} disabled={!changed}>
            Save
          </Button>
          {changed && (
            <Button type="button" variant="ghost" onClick={() => setChosen(null)}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
