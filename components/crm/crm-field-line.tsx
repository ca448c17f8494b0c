'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { MappingLine } from '@/components/webhooks/mapping-line';
import { formatLabel } from '@/lib/attributes/formats';
import { mayFill } from '@/lib/attributes/may-write';
import type { Tried } from '@/lib/desk/payload-mapping';
import type { AttributeWire } from '@/lib/desk/wire';
import type { CrmTriedWire } from '@/lib/desk/wire-crm';
import type { ConnectionDraft } from './connection-draft';

type Line = ConnectionDraft['fields'][number];

/** One attribute that the CRM fills, and where in its answers the value is. */
export function CrmFieldLine({
  line,
  attributes,
  taken,
  tried,
  refused,
  readOnly,
  onChange,
  onRemove,
}: {
  line: Line;
  attributes: readonly AttributeWire[];
  /** The keys that other lines fill. */
  taken: ReadonlySet<string>;
  tried: CrmTriedWire | null;
  refused?: string;
  readOnly: boolean;
  onChange: (line: Line) => void;
  onRemove: () => void;
}) {
  const label = attributes.find(({ key }) => key === line.attribute)?.label ?? line.attribute;
  const options = attributes
    .filter((one) => one.enabled && mayFill(one, 'crm'))
    .filter(({ key }) => key === line.attribute || !taken.has(key))
    .map((one) => ({ value: one.key, label: one.label, hint: formatLabel(one.format) }));
  return (
    <MappingLine
      name={label || 'attribute'}
      label={
        <Combobox
          className="font-normal"
          label="Attribute"
          placeholder="Choose an attribute…"
          value={line.attribute}
          options={options}
          disabled={readOnly}
          onValueChange={(attribute) => onChange({ ...line, attribute })}
        />
      }
      path={line.path}
      placeholder="loyalty.tier"
      pathsId=""
      tried={triedAt(line, tried)}
      refused={refused}
      readOnly={readOnly}
      onPath={(path) => onChange({ ...line, path })}
      remove={
        !readOnly && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove ${label || 'this line'}`}
            onClick={onRemove}
          >
            <X aria-hidden />
          </Button>
        )
      }
    />
  );
}

/** What the line gave when it was tried; null for one that has been changed since. */
function triedAt({ attribute, path }: Line, tried: CrmTriedWire | null): Tried | null {
  const field = tried?.fields.find(
    (one) => one.attribute === attribute && one.path === path.trim(),
  );
  if (!field) return null;
  const { found, problem } = field;
  return { found: found ?? undefined, gives: found, problem, isFatal: false };
}
