'use client';

import { useState } from 'react';
import type { Attribute } from '@/lib/attributes/attribute';
import { MAX_CONDITIONS } from '@/lib/segments/segment';
import { type DraftCondition, emptyCondition, type SegmentDraft, withAttribute } from './draft';
import { useAttributes } from './use-attributes';

/** A segment draft, what may be done to it, and which of its rows were left once. */
export function useSegmentForm(initial: SegmentDraft) {
  const attributes = useAttributes();
  const [start, setStart] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const [focus, setFocus] = useState<{ rowId: number; turn: number }>({ rowId: -1, turn: 0 });
  const focusOn = (rowId: number) => setFocus(({ turn }) => ({ rowId, turn: turn + 1 }));

  const setConditions = (conditions: readonly DraftCondition[]) =>
    setDraft((before) => ({ ...before, conditions }));

  return {
    draft,
    attributes,
    touched,
    /** How often the row was given the focus; 0 for all rows but the last that was. */
    focusTurnOf: (rowId: number) => (focus.rowId === rowId ? focus.turn : 0),
    focusOn,
    dirty: JSON.stringify(draft) !== JSON.stringify(start),
    full: draft.conditions.length >= MAX_CONDITIONS,
    setName: (name: string) => setDraft((before) => ({ ...before, name })),
    setJoin: (join: SegmentDraft['join']) => setDraft((before) => ({ ...before, join })),
    add() {
      const rowId = 1 + Math.max(-1, ...draft.conditions.map((condition) => condition.rowId));
      setConditions([...draft.conditions, emptyCondition(rowId)]);
      focusOn(rowId);
    },
    /** Takes a row away and gives the focus to the one that takes its place. */
    remove(rowId: number) {
      const index = draft.conditions.findIndex((condition) => condition.rowId === rowId);
      const left = draft.conditions.filter((condition) => condition.rowId !== rowId);
      setConditions(left);
      focusOn((left[index] ?? left.at(-1))?.rowId ?? -1);
    },
    change(rowId: number, patch: Partial<DraftCondition>) {
      setConditions(
        draft.conditions.map((one) => (one.rowId === rowId ? { ...one, ...patch } : one)),
      );
    },
    choose(rowId: number, attribute: Attribute) {
      setConditions(
        draft.conditions.map((one) =>
          one.rowId === rowId ? withAttribute(one, attribute, attributes.get(one.attribute)) : one,
        ),
      );
    },
    touch: (rowId: number) => setTouched((before) => new Set(before).add(rowId)),
    touchAll: () => setTouched(new Set(draft.conditions.map((condition) => condition.rowId))),
    /** Begins anew from another draft. */
    restart(from: SegmentDraft) {
      setStart(from);
      setDraft(from);
      setTouched(new Set());
    },
  };
}
