'use client';

import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SettingsSection } from '@/components/workspace/settings-section';
import { useWrite } from '@/components/workspace/use-write';
import type { CrmTriedWire } from '@/lib/desk/wire-crm';
import { type ConnectionDraft, connectionOf } from './connection-draft';

/** Asks the CRM about one contact by what is written above, saved or not, and shows what came back. */
export function TryCrm({
  draft,
  hasSecret,
  tried,
  onTried,
}: {
  draft: ConnectionDraft;
  hasSecret: boolean;
  tried: CrmTriedWire | null;
  onTried: (tried: CrmTriedWire | null) => void;
}) {
  const { channels } = useCatalogue();
  const [externalId, setExternalId] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, refusal, run } = useWrite();
  const id = useId();
  const among = channels.filter(({ key }) => draft.channels.includes(key));
  const channel = chosen ?? among[0]?.key ?? channels[0]?.key ?? '';
  const attempt = (event: FormEvent) => {
    event.preventDefault();
    onTried(null);
    const body = { ...connectionOf(draft), channel, externalId: externalId.trim() };
    run(() => callApi<CrmTriedWire>('POST', '/crm/try', body), onTried);
  };
  return (
    <SettingsSection
      title="Try it"
      about="Asks the CRM about one contact, as it is written above. Nothing is saved or filled in."
    >
      <form onSubmit={attempt} className="flex flex-wrap items-start gap-3">
        <Field
          className="basis-56"
          label="Contact’s external id"
          htmlFor={`${id}-id`}
          error={refusal?.message}
        >
          <Input
            id={`${id}-id`}
            value={externalId}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setExternalId(event.target.value)}
          />
        </Field>
        {among.length > 1 && (
          <Field className="basis-44" label="Channel" htmlFor={`${id}-channel`}>
            <Select
              id={`${id}-channel`}
              label="Channel"
              value={channel}
              options={among.map(({ key, label }) => ({ value: key, label }))}
              onValueChange={setChosen}
            />
          </Field>
        )}
        <Button
          type="submit"
          className="mt-[26px]"
          busy={busy}
          disabled={!hasSecret || externalId.trim() === '' || draft.url.trim() === ''}
          title={hasSecret ? undefined : 'Make a signing secret first.'}
        >
          Ask the CRM
        </Button>
      </form>
      {tried && <Outcome tried={tried} />}
    </SettingsSection>
  );
}

function Outcome({ tried }: { tried: CrmTriedWire }) {
  const { key, status, tookMs, isKnown, problem, answer } = tried;
  const Icon = problem ? CircleAlert : isKnown ? CircleCheck : CircleHelp;
  const took = tookMs === null ? '' : ` It answered with ${status} in ${tookMs} ms.`;
  return (
    <div className="mt-4 space-y-2">
      <p
        role="status"
        className={`flex items-start gap-2 text-sm ${problem ? 'text-danger' : 'text-ink'}`}
      >
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          {problem ?? `The CRM ${isKnown ? 'knows' : 'does not know'} “${key}”.${took}`}
        </span>
      </p>
      {answer && (
        <section
          aria-label="What came back"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
          tabIndex={0}
          className="max-h-72 overflow-auto rounded-md border border-line bg-canvas p-3"
        >
          <pre className="whitespace-pre-wrap break-words font-mono text-ink text-xs">
            {indented(answer)}
          </pre>
        </section>
      )}
    </div>
  );
}

/** JSON with a line a value; anything else, or what was cut, as it came. */
function indented(answer: string): string {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2);
  } catch {
    return answer;
  }
}
