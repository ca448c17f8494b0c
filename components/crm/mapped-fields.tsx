'use client';

import { Plus } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { MAPPING_COLUMNS, MappingLine } from '@/components/webhooks/mapping-line';
import { ListFrame, ListHead } from '@/components/workspace/list-frame';
import type { useWrite } from '@/components/workspace/use-write';
import { MAX_CRM_FIELDS } from '@/lib/desk/crm';
import type { Tried } from '@/lib/desk/payload-mapping';
import type { CrmTriedWire } from '@/lib/desk/wire-crm';
import { type ConnectionDraft, lineOfRefusal, withLine } from './connection-draft';
import { CrmFieldLine } from './crm-field-line';

/** Where in the CRM's answers each value is, and what that gave when it was tried last. */
export function MappedFields({
  draft,
  tried,
  refusal,
  readOnly,
  onChange,
}: {
  draft: ConnectionDraft;
  tried: CrmTriedWire | null;
  refusal: ReturnType<typeof useWrite>['refusal'];
  readOnly: boolean;
  onChange: (change: Partial<ConnectionDraft>) => void;
}) {
  const { attributes } = useCatalogue();
  const refusedLine = lineOfRefusal(refusal?.field);
  const taken = new Set(draft.fields.map(({ attribute }) => attribute));
  const { fields } = draft;
  return (
    <section aria-label="What answers fill in" className="mb-8">
      <h2 className="font-semibold text-base">What answers fill in</h2>
      <p className="mt-0.5 mb-3 max-w-[62ch] text-pretty text-ink-muted text-sm">
        Where in an answer each value is: names with dots between them, and places in lists, such as{' '}
        <code className="font-mono text-xs">plans[0].tier</code>. What is not there stays as it is;
        null takes a value away.
      </p>
      <ListFrame>
        <ListHead columns={MAPPING_COLUMNS}>
          <span>Value</span>
          <span>Path</span>
          <span>From the last try</span>
        </ListHead>
        <ul aria-label="Values">
          <MappingLine
            name="Version"
            label="Version"
            hint="Its counter, or its time of change: the newest wins. Empty if it has none."
            placeholder="updatedAt"
            pathsId=""
            path={draft.versionPath}
            tried={triedVersion(draft, tried)}
            refused={refusal?.field === 'versionPath' ? refusal.message : undefined}
            readOnly={readOnly}
            onPath={(versionPath) => onChange({ versionPath })}
          />
          {fields.map((line, place) => (
            <CrmFieldLine
              key={line.id}
              line={line}
              attributes={attributes}
              taken={taken}
              tried={tried}
              refused={refusedLine === place ? refusal?.message : undefined}
              readOnly={readOnly}
              onChange={(next) => onChange({ fields: fields.with(place, next) })}
              onRemove={() => onChange({ fields: fields.toSpliced(place, 1) })}
            />
          ))}
        </ul>
        {!readOnly && fields.length < MAX_CRM_FIELDS && (
          <div className="border-line border-t px-4 py-2">
            <Button variant="ghost" size="sm" onClick={() => onChange(withLine(draft))}>
              <Plus aria-hidden /> Value
            </Button>
          </div>
        )}
      </ListFrame>
    </section>
  );
}

function triedVersion({ versionPath }: ConnectionDraft, tried: CrmTriedWire | null): Tried | null {
  if (!tried?.isKnown || versionPath.trim() === '') return null;
  const { version, problem } = tried;
  return { found: version ?? undefined, gives: version, problem, isFatal: false };
}
