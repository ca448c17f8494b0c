'use client';

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useId, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { refreshCatalogue, useCatalogue } from '@/components/live/catalogue';
import { toast } from '@/components/ui/toast';
import { ListFrame, ListHead } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { AttributeWire } from '@/lib/desk/wire';
import { ATTRIBUTE_COLUMNS, AttributeRow, READING_COLUMNS } from './attribute-row';

const INSTRUCTIONS =
  'Press space to pick the attribute up, the arrow keys to move it, space to put it down, escape to put it back.';

const vertically: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** The catalogue in its order, which admins change by drag, by keyboard, or in a row's menu. */
export function AttributeList() {
  const { attributes, segments } = useCatalogue();
  const mayShape = useMayShape();
  const [dropped, setDropped] = useState<string[] | null>(null);
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  const ordered = inOrder(attributes, dropped);
  const keys = ordered.map((attribute) => attribute.key);
  const labels = new Map(ordered.map((attribute) => [attribute.key, attribute.label]));

  const move = async (key: string, to: number) => {
    const from = keys.indexOf(key);
    if (from < 0 || to < 0 || to >= keys.length || from === to) return;
    const next = arrayMove(keys, from, to);
    setDropped(next);
    try {
      await callApi('PUT', '/attributes/order', { keys: next });
      await refreshCatalogue();
    } catch (error) {
      toast.error(failureMessage(error));
    }
    setDropped((current) => (current === next ? null : current));
  };

  const drop = ({ active, over }: DragEndEvent) => {
    if (over) void move(String(active.id), keys.indexOf(String(over.id)));
  };

  const usedBy = new Map<string, number>();
  for (const segment of segments) {
    for (const key of new Set(segment.conditions.map((condition) => condition.attribute))) {
      usedBy.set(key, (usedBy.get(key) ?? 0) + 1);
    }
  }

  return (
    <ListFrame>
      <ListHead columns={mayShape ? ATTRIBUTE_COLUMNS : READING_COLUMNS}>
        {mayShape && <span />}
        <span>Attribute</span>
        <span>Format</span>
        <span>Filled</span>
        <span>Used by</span>
        <span>Enabled</span>
      </ListHead>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={closestCenter}
        modifiers={[vertically]}
        onDragEnd={drop}
        accessibility={{
          announcements: announcementsFor(keys, labels),
          screenReaderInstructions: { draggable: INSTRUCTIONS },
        }}
      >
        <SortableContext items={keys} strategy={verticalListSortingStrategy} disabled={!mayShape}>
          <ul aria-label="Contact attributes">
            {ordered.map((attribute, index) => (
              <AttributeRow
                key={attribute.key}
                attribute={attribute}
                segmentCount={usedBy.get(attribute.key) ?? 0}
                first={index === 0}
                last={index === ordered.length - 1}
                onMove={(by) => void move(attribute.key, index + by)}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
    </ListFrame>
  );
}

/** By position; while a drop is being saved, as dropped. */
function inOrder(attributes: readonly AttributeWire[], dropped: string[] | null): AttributeWire[] {
  const place = (attribute: AttributeWire) => {
    const index = dropped?.indexOf(attribute.key) ?? -1;
    return index < 0 ? attribute.position + (dropped ? attributes.length : 0) : index;
  };
  return attributes.toSorted((a, b) => place(a) - place(b) || a.key.localeCompare(b.key));
}

function announcementsFor(keys: string[], labels: Map<string, string>): Announcements {
  const label = (id: UniqueIdentifier) => labels.get(String(id)) ?? String(id);
  const place = (id: UniqueIdentifier) => `place ${keys.indexOf(String(id)) + 1} of ${keys.length}`;
  return {
    onDragStart: ({ active }) => `Picked up ${label(active.id)}, ${place(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${label(active.id)} is at ${place(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? `${label(active.id)} was put down at ${place(over.id)}.`
        : `${label(active.id)} is back.`,
    onDragCancel: ({ active }) => `${label(active.id)} is back at ${place(active.id)}.`,
  };
}
