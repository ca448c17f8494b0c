'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useMayShape } from '@/components/workspace/read-only-note';
import { refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import type { CrmConnection } from '@/lib/desk/crm';
import type { CrmTriedWire } from '@/lib/desk/wire-crm';
import {
  type ConnectionDraft,
  connectionOf,
  draftOf,
  isSameDraft,
  lineOfRefusal,
} from './connection-draft';
import { ConnectionFields } from './connection-fields';
import { MappedFields } from './mapped-fields';
import { PushFields } from './push-fields';
import { TryCrm } from './try-crm';

/** The fields that show what is wrong with them. */
const SHOWN = [
  'url',
  'keyAttribute',
  'channels',
  'timeoutMs',
  'freshMinutes',
  'versionPath',
  'push.keyPath',
  'push.recordPath',
];

/** Says how the CRM is asked and what its answers fill in, tried as it is written. */
export function ConnectionForm({
  connection,
  revision,
  hasSecret,
}: {
  connection: CrmConnection | null;
  revision: number;
  hasSecret: boolean;
}) {
  const { channels } = useCatalogue();
  const router = useRouter();
  const mayShape = useMayShape();
  const [saved] = useState(() => draftOf(connection, channels));
  const [draft, setDraft] = useState<ConnectionDraft>(saved);
  const [tried, setTried] = useState<CrmTriedWire | null>(null);
  const { busy, refusal, run, forget } = useWrite();
  const isSame = connection !== null && isSameDraft(draft, saved);

  const change = (next: Partial<ConnectionDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    forget();
  };
  const save = () =>
    run(
      () => callApi('PUT', '/crm', { ...connectionOf(draft), expect: revision }),
      () => {
        toast.success(draft.enabled ? 'CRM connected' : 'CRM saved, and switched off');
        router.refresh();
      },
    );
  const elsewhere =
    lineOfRefusal(refusal?.field) === null ? refusedElsewhere(refusal, SHOWN) : undefined;

  return (
    <>
      <ConnectionFields draft={draft} refusal={refusal} readOnly={!mayShape} onChange={change} />
      <MappedFields
        draft={draft}
        tried={tried}
        refusal={refusal}
        readOnly={!mayShape}
        onChange={change}
      />
      <PushFields draft={draft} refusal={refusal} readOnly={!mayShape} onChange={change} />
      {elsewhere && (
        <Notice tone="danger" className="mb-4">
          {elsewhere}
        </Notice>
      )}
      {mayShape && (
        <div className="mb-8 flex gap-2">
          <Button
            variant="solid"
            busy={busy}
            disabled={isSame || draft.url.trim() === ''}
            onClick={save}
          >
            Save connection
          </Button>
          {connection !== null && !isSame && (
            <Button variant="ghost" onClick={() => change(saved)}>
              Cancel
            </Button>
          )}
        </div>
      )}
      {mayShape && <TryCrm draft={draft} hasSecret={hasSecret} tried={tried} onTried={setTried} />}
    </>
  );
}
