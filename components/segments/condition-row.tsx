'use client';

import { X } from 'lucide-react';
import { useEffect, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { Tooltip } from '@/components/ui/tooltip';
import { managerLabel } from '@/components/workspace/attribute-words';
import { type Attribute, type Attributes, MANAGERS } from '@/lib/attributes/attribute';
import { operatorLabel, operatorsFor } from '@/lib/segments/offered';
import type { DraftCondition, Problem } from './draft';
import { OperandField } from './operand-field';

/** One condition: attribute, operator, operand, and what is wrong with it under them. */
export function ConditionRow({
  condition,
  place,
  joint,
  attributes,
  problem,
  focusTurn,
  onChoose,
  onChange,
  onTouch,
  onRemove,
}: {
  condition: DraftCondition;
  /** From 1, for what is read aloud. */
  place: number;
  joint: string;
  attributes: Attributes;
  problem: Problem | null;
  /** The row takes the focus, where its problem is, each time this changes; not while it is 0. */
  focusTurn: number;
  onChoose: (attribute: Attribute) => void;
  onChange: (patch: Partial<DraftCondition>) => void;
  onTouch: () => void;
  /** Absent when the condition is the only one. */
  onRemove?: () => void;
}) {
  const id = useId();
  const attribute = attributes.get(condition.attribute);
  const noteId = problem ? `${id}-note` : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a problem that comes later moves no focus
  useEffect(() => {
    if (focusTurn === 0) return;
    document.getElementById(`${id}-${problem?.part ?? 'attribute'}`)?.focus();
  }, [focusTurn, id]);

  return (
    <li aria-label={`Condition ${place}`} className="@container py-2 first:pt-0">
      <div className="flex items-start gap-2">
        <span className="w-10 shrink-0 pt-1.5 text-ink-muted text-sm">{joint}</span>
        <div className="grid min-w-0 flex-1 grid-cols-1 gap-2 @lg:grid-cols-[minmax(0,10rem)_minmax(0,9rem)_minmax(0,1fr)]">
          <Combobox
            id={`${id}-attribute`}
            label={`Attribute of condition ${place}`}
            value={condition.attribute}
            onValueChange={(key) => {
              const chosen = attributes.get(key);
              if (chosen) onChoose(chosen);
            }}
            options={attributeOptions(attributes, condition.attribute)}
            placeholder="Choose an attribute"
            searchPlaceholder="Search attributes"
            invalid={problem?.part === 'attribute'}
          />
          {attribute && (
            <>
              <Select
                id={`${id}-operator`}
                label={`Operator of condition ${place}`}
                value={condition.operator}
                onValueChange={(operator) => onChange({ operator })}
                options={operatorsFor(attribute).map((operator) => ({
                  value: operator,
                  label: operatorLabel(operator, attribute.format),
                }))}
                invalid={problem?.part === 'operator'}
              />
              <OperandField
                id={`${id}-operand`}
                condition={condition}
                attribute={attribute}
                invalid={problem?.part === 'operand'}
                describedBy={noteId}
                onChange={onChange}
                onBlur={onTouch}
              />
            </>
          )}
        </div>
        <Tooltip label="Remove condition">
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove condition ${place}`}
            disabled={!onRemove}
            onClick={onRemove}
          >
            <X aria-hidden />
          </Button>
        </Tooltip>
      </div>
      {attribute && !attribute.enabled && (
        <p className="mt-1 ml-12 text-warn text-xs">
          {attribute.label} is disabled, so this condition holds for nobody. Keep it for when it is
          enabled again, or remove it.
        </p>
      )}
      {problem && (
        <p id={noteId} role="alert" className="mt-1 ml-12 text-danger text-xs">
          {problem.message}
        </p>
      )}
    </li>
  );
}

/** The enabled ones by who fills them, in catalogue order; one that was chosen before stays in sight. */
function attributeOptions(attributes: Attributes, chosen: string) {
  const all = [...attributes.values()].toSorted((a, b) => a.position - b.position);
  const options = MANAGERS.flatMap((manager) =>
    all
      .filter((attribute) => attribute.manager === manager && attribute.enabled)
      .map(({ key, label }) => ({ value: key, label, group: managerLabel(manager) })),
  );
  const kept = attributes.get(chosen);
  if (!kept || kept.enabled) return options;
  return [...options, { value: kept.key, label: kept.label, group: 'Disabled', disabled: true }];
}
