'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import type { Attribute } from '@/lib/attributes/attribute';
import { formatLabel } from '@/lib/attributes/formats';
import { mayWrite } from '@/lib/attributes/may-write';
import { tryAttribute } from '@/lib/desk/payload-mapping';
import type { MappingDraft } from './mapping-draft';
import { MappingLine } from './mapping-line';

type Line = MappingDraft['attributes'][number];

/** The attributes that a channel may fill. */
export function fillable(attributes: readonly Attribute[]): Attribute[] {
  return attributes.filter((one) => one.enabled && mayWrite(one, 'channel', undefined).ok);
}

/** The line of an attribute, which is chosen first. */
export function AttributeLine({
  line,
  attributes,
  taken,
  sample,
  pathsId,
  refused,
  readOnly,
  onChange,
  onRemove,
}: {
  line: Line;
  attributes: readonly Attribute[];
  /** The keys that other lines fill. */
  taken: ReadonlySet<string>;
  /** Parsed; undefined while there is none. */
  sample: unknown;
  pathsId: string;
  refused?: string;
  readOnly: boolean;
  onChange: (line: Line) => void;
  onRemove: () => void;
}) {
  const byKey = new Map(attributes.map((one) => [one.key, one]));
  const label = byKey.get(line.attribute)?.label ?? line.attribute;
  const options = fillable(attributes)
    .filter(({ key }) => key === line.attribute || !taken.has(key))
    .map((one) => ({ value: one.key, label: one.label, hint: formatLabel(one.format) }));
  const isTried = sample !== undefined && line.attribute !== '' && line.path.trim() !== '';
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
      placeholder="user.followers_count"
      pathsId={pathsId}
      tried={isTried ? tryAttribute(byKey, line, sample) : null}
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
