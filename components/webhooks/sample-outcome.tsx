'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { counted } from '@/components/workspace/counted';
import { mapPayload, tryAttribute } from '@/lib/desk/payload-mapping';
import { MAPPED_WORDS } from './mapped-words';
import { type MappingDraft, mappingOf } from './mapping-draft';

/** What the sample would do as a whole, read by the code that reads the real calls. */
export function SampleOutcome({ draft, sample }: { draft: MappingDraft; sample: unknown }) {
  const { attributes } = useCatalogue();
  if (sample === undefined || draft.fields.externalId.trim() === '') return null;
  const mapping = mappingOf(draft);
  const mapped = mapPayload(mapping, sample);
  const byKey = new Map(attributes.map((one) => [one.key, one]));
  const kept = mapping.attributes.filter(
    (line) => tryAttribute(byKey, line, sample).gives !== null,
  ).length;
  const Icon = mapped.ok ? CircleCheck : CircleAlert;
  return (
    <p
      role="status"
      className={`mt-3 flex items-start gap-2 text-sm ${mapped.ok ? 'text-ink' : 'text-danger'}`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {mapped.ok
        ? `This call would ${mapped.payload.text === null ? 'update the contact' : 'bring a message'}, with ${counted(kept, 'attribute', 'attributes')}.`
        : `This call would be refused. ${MAPPED_WORDS[mapped.field].label}: ${mapped.message}`}
    </p>
  );
}
