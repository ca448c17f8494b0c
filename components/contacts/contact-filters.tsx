'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { ConditionRow } from '@/components/segments/condition-row';
import {
  conditionOf,
  type DraftCondition,
  draftOf,
  emptyCondition,
  problemOf,
  withAttribute,
} from '@/components/segments/draft';
import { useAttributes } from '@/components/segments/use-attributes';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { MAX_CONDITIONS } from '@/lib/segments/segment';
import type { ContactsAddress, SetContactsAddress } from './use-contacts-address';

/** Stands for no restriction where an option needs a value. */
const ANY = '*';

/** Which contacts: a segment, and conditions on attributes, all of which must hold. */
export function ContactFilters({
  address,
  setAddress,
}: {
  address: ContactsAddress;
  setAddress: SetContactsAddress;
}) {
  const { segments } = useCatalogue();
  const attributes = useAttributes();
  const inAddress = JSON.stringify(address.where);
  const [kept, setKept] = useState({ drafts: draftsOf(address), where: inAddress });
  /** The rows that were left once: what is wrong there is said. */
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const [focused, setFocused] = useState({ rowId: -1, turn: 0 });
  // Back, or a link, has brought other conditions than those that are being made.
  if (kept.where !== inAddress) setKept({ drafts: draftsOf(address), where: inAddress });
  const { drafts } = kept;

  /** What is whole counts at once; what is not waits until it is. */
  function change(next: readonly DraftCondition[]) {
    const where = next.filter((draft) => problemOf(draft, attributes) === null).map(conditionOf);
    setKept({ drafts: next, where: JSON.stringify(where) });
    void setAddress({ where: where.length === 0 ? null : where });
  }
  function edit(rowId: number, to: (draft: DraftCondition) => DraftCondition) {
    change(drafts.map((draft) => (draft.rowId === rowId ? to(draft) : draft)));
  }
  function add() {
    const rowId = Math.max(-1, ...drafts.map((draft) => draft.rowId)) + 1;
    change([...drafts, emptyCondition(rowId)]);
    setFocused(({ turn }) => ({ rowId, turn: turn + 1 }));
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Combobox
          className="w-60 max-w-full"
          label="Segment"
          value={address.segment || ANY}
          onValueChange={(segment) =>
            void setAddress({ segment: segment === ANY ? null : segment })
          }
          searchPlaceholder="Find a segment…"
          options={[
            { value: ANY, label: 'Any segment' },
            ...segments.map(({ id, name, highPriority }) => ({
              value: id,
              label: name,
              group: highPriority ? 'High-priority' : 'Segments',
            })),
          ]}
        />
        <Button variant="ghost" disabled={drafts.length >= MAX_CONDITIONS} onClick={add}>
          <Plus aria-hidden="true" /> Condition
        </Button>
      </div>
      {drafts.length > 0 && (
        <ul aria-label="Conditions" className="rounded-lg border border-line bg-panel px-4 py-2">
          {drafts.map((draft, place) => (
            <ConditionRow
              key={draft.rowId}
              condition={draft}
              place={place + 1}
              joint={place === 0 ? 'where' : 'and'}
              attributes={attributes}
              problem={touched.has(draft.rowId) ? problemOf(draft, attributes) : null}
              focusTurn={draft.rowId === focused.rowId ? focused.turn : 0}
              onChoose={(chosen) =>
                edit(draft.rowId, (now) =>
                  withAttribute(now, chosen, attributes.get(now.attribute)),
                )
              }
              onChange={(patch) => edit(draft.rowId, (now) => ({ ...now, ...patch }))}
              onTouch={() => setTouched((before) => new Set([...before, draft.rowId]))}
              onRemove={() => change(drafts.filter(({ rowId }) => rowId !== draft.rowId))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function draftsOf({ where }: ContactsAddress): readonly DraftCondition[] {
  return draftOf({ name: '', join: 'all', conditions: where }).conditions;
}
