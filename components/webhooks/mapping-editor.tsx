'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useMemo, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { ListFrame, ListHead } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import { useWrite } from '@/components/workspace/use-write';
import type { Channel } from '@/lib/desk/facts';
import {
  MAPPED_FIELDS,
  MAX_MAPPED_ATTRIBUTES,
  type MappedField,
  type PayloadMapping,
  tryField,
} from '@/lib/desk/payload-mapping';
import { AttributeLine } from './attribute-line';
import { MAPPED_WORDS, SAMPLE_CALL } from './mapped-words';
import {
  draftOf,
  fieldOfRefusal,
  isSameDraft,
  type MappingDraft,
  mappingOf,
  pathsIn,
  withLine,
} from './mapping-draft';
import { MAPPING_COLUMNS, MappingLine } from './mapping-line';
import { SampleCall, sampleOf } from './sample-call';
import { SampleOutcome } from './sample-outcome';

/** Says where in a channel's calls the facts are, and shows beside it what that gives from a sample. */
export function MappingEditor({
  channel,
  mapping,
  revision,
}: {
  channel: Channel;
  mapping: PayloadMapping | null;
  revision: number;
}) {
  const { attributes } = useCatalogue();
  const router = useRouter();
  const mayShape = useMayShape();
  const [saved] = useState(() => draftOf(mapping));
  const [draft, setDraft] = useState<MappingDraft>(saved);
  const [text, setText] = useState(SAMPLE_CALL);
  const { busy, refusal, run, forget } = useWrite();
  const id = useId();
  const sample = useMemo(() => sampleOf(text), [text]);
  const paths = useMemo(() => (sample.ok ? pathsIn(sample.json) : []), [sample]);
  const json = sample.ok ? sample.json : undefined;
  const refusedAt = fieldOfRefusal(refusal?.field);
  const taken = new Set(draft.attributes.map(({ attribute }) => attribute));

  const change = (next: MappingDraft) => {
    setDraft(next);
    forget();
  };
  const setField = (field: MappedField, path: string) =>
    change({ ...draft, fields: { ...draft.fields, [field]: path } });
  const save = () =>
    run(
      () =>
        callApi('PUT', `/channels/${channel.key}/webhook/mapping`, {
          ...mappingOf(draft),
          expect: revision,
        }),
      () => {
        toast.success('Mapping saved: it reads the next call');
        router.refresh();
      },
    );

  return (
    <section aria-labelledby={`${id}-title`} className="mb-8">
      <h2 id={`${id}-title`} className="font-semibold text-base">
        Mapping
      </h2>
      <p className="mt-0.5 mb-3 max-w-[62ch] text-pretty text-ink-muted text-sm">
        Where in a call each fact is: names with dots between them, and places in lists, such as{' '}
        <code className="font-mono text-xs">items[0].id</code>. It is tried on the sample as you
        write.
      </p>
      <SampleCall text={text} onText={setText} problem={sample.ok ? null : sample.message} />
      <datalist id={`${id}-paths`}>
        {paths.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <ListFrame className="mt-4">
        <ListHead columns={MAPPING_COLUMNS}>
          <span>Fact</span>
          <span>Path</span>
          <span>From the sample</span>
        </ListHead>
        <ul aria-label="Facts">
          {MAPPED_FIELDS.map((field) => (
            <MappingLine
              key={field}
              name={MAPPED_WORDS[field].label}
              label={MAPPED_WORDS[field].label}
              hint={MAPPED_WORDS[field].hint}
              placeholder={MAPPED_WORDS[field].example}
              path={draft.fields[field]}
              pathsId={`${id}-paths`}
              tried={
                json === undefined || draft.fields[field].trim() === ''
                  ? null
                  : tryField(field, draft.fields[field], json)
              }
              refused={refusedAt === field ? refusal?.message : undefined}
              readOnly={!mayShape}
              onPath={(path) => setField(field, path)}
            />
          ))}
          {draft.attributes.map((line, place) => (
            <AttributeLine
              key={line.id}
              line={line}
              attributes={attributes}
              taken={taken}
              sample={json}
              pathsId={`${id}-paths`}
              refused={refusedAt === place ? refusal?.message : undefined}
              readOnly={!mayShape}
              onChange={(next) =>
                change({ ...draft, attributes: draft.attributes.with(place, next) })
              }
              onRemove={() =>
                change({ ...draft, attributes: draft.attributes.toSpliced(place, 1) })
              }
            />
          ))}
        </ul>
        {mayShape && draft.attributes.length < MAX_MAPPED_ATTRIBUTES && (
          <div className="border-line border-t px-4 py-2">
            <Button variant="ghost" size="sm" onClick={() => change(withLine(draft))}>
              <Plus aria-hidden /> Attribute
            </Button>
          </div>
        )}
      </ListFrame>
      <SampleOutcome draft={draft} sample={json} />
      {refusal && refusedAt === null && (
        <Notice tone="danger" className="mt-3">
          {refusal.message}
        </Notice>
      )}
      {mayShape && (
        <div className="mt-4 flex gap-2">
          <Button
            variant="solid"
            busy={busy}
            disabled={isSameDraft(draft, saved) || draft.fields.externalId.trim() === ''}
            onClick={save}
          >
            Save mapping
          </Button>
          {!isSameDraft(draft, saved) && (
            <Button variant="ghost" onClick={() => change(saved)}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
