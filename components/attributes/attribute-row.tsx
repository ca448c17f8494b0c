'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { late, useLate } from '@/components/ui/late';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { Switch } from '@/components/ui/switch';
import { formatLabel, managerLabel } from '@/components/workspace/attribute-words';
import { counted } from '@/components/workspace/counted';
import { Mark } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { AttributeWire } from '@/lib/desk/wire';
import type { AttributeQuestion } from './attribute-dialog';
import { useEnable } from './use-enable';

const lateDialog = late(() => import('./attribute-dialog'));

/** The columns of the list; only who may change the order has one for the handle. */
export const ATTRIBUTE_COLUMNS = 'md:grid-cols-[20px_minmax(0,1fr)_80px_128px_88px_92px]';
export const READING_COLUMNS = 'md:grid-cols-[minmax(0,1fr)_80px_128px_88px_92px]';

/** One attribute of the catalogue. */
export function AttributeRow({
  attribute,
  segmentCount,
  first,
  last,
  onMove,
}: {
  attribute: AttributeWire;
  segmentCount: number;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  const mayShape = useMayShape();
  const [asking, setAsking] = useState<AttributeQuestion | null>(null);
  const dialog = useLate(lateDialog, asking !== null);
  const enable = useEnable(attribute);
  const sortable = useSortable({ id: attribute.key });

  const done = () => setAsking(null);

  return (
    <li
      ref={sortable.setNodeRef}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
      className={cn(
        'relative grid items-center gap-x-3 border-line border-b bg-panel py-2 pr-3 text-sm transition-colors last:border-b-0 hover:bg-hover md:gap-x-4 md:px-4',
        mayShape
          ? `grid-cols-[20px_minmax(0,1fr)_auto] pl-2 ${ATTRIBUTE_COLUMNS}`
          : `grid-cols-[minmax(0,1fr)_auto] pl-4 ${READING_COLUMNS}`,
        sortable.isDragging && 'z-20 rounded-md border-line-strong bg-overlay shadow-md',
      )}
    >
      {mayShape && (
        <button
          type="button"
          ref={sortable.setActivatorNodeRef}
          {...sortable.attributes}
          {...sortable.listeners}
          aria-label={`Move ${attribute.label}`}
          className="relative z-10 -ml-1 grid size-6 cursor-grab touch-none place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink active:cursor-grabbing"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      )}
      <div className="min-w-0">
        <p className="flex min-w-0 items-center gap-2">
          <Link
            href={`/settings/attributes/${attribute.key}`}
            dir="auto"
            className={cn(
              'truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-[-2px]',
              attribute.enabled ? 'text-ink' : 'text-ink-muted',
            )}
          >
            {attribute.label}
          </Link>
          {attribute.standard && <Mark>Standard</Mark>}
          {!attribute.enabled && <Mark>Disabled</Mark>}
        </p>
        <p className="truncate text-ink-muted text-xs">
          <code className="font-mono">{attribute.key}</code>
          <span className="md:hidden">
            {' '}
            · {formatLabel(attribute.format)} · {managerLabel(attribute.manager)}
          </span>
        </p>
      </div>
      <span className="hidden text-ink-muted md:block">{formatLabel(attribute.format)}</span>
      <span className="hidden text-ink-muted md:block">{managerLabel(attribute.manager)}</span>
      <span className="hidden text-ink-muted tabular-nums md:block">
        {segmentCount === 0 ? (
          <span aria-hidden className="text-ink-faint">
            –
          </span>
        ) : (
          counted(segmentCount, 'segment')
        )}
      </span>
      <div className="relative z-10 flex items-center justify-end gap-2 md:justify-between">
        <Switch
          label={`${attribute.label} is enabled`}
          checked={attribute.enabled}
          disabled={!mayShape}
          onCheckedChange={(enabled) => (enabled ? void enable() : setAsking('disable'))}
        />
        {mayShape && (
          <Menu>
            <MenuTrigger asChild>
              <Button variant="ghost" size="icon" aria-label={`More for ${attribute.label}`}>
                <Ellipsis aria-hidden className="size-4" />
              </Button>
            </MenuTrigger>
            <MenuContent align="end">
              <MenuItem onSelect={() => setAsking('rename')}>
                <Pencil aria-hidden className="size-4" /> Rename…
              </MenuItem>
              <MenuItem disabled={first} onSelect={() => onMove(-1)}>
                <ArrowUp aria-hidden className="size-4" /> Move up
              </MenuItem>
              <MenuItem disabled={last} onSelect={() => onMove(1)}>
                <ArrowDown aria-hidden className="size-4" /> Move down
              </MenuItem>
              {!attribute.standard && (
                <>
                  <MenuSeparator />
                  <MenuItem danger onSelect={() => setAsking('delete')}>
                    <Trash2 aria-hidden className="size-4" /> Delete…
                  </MenuItem>
                </>
              )}
            </MenuContent>
          </Menu>
        )}
      </div>
      {asking && dialog && (
        <dialog.AttributeDialog asking={asking} attribute={attribute} onClose={done} />
      )}
    </li>
  );
}
