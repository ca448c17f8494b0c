'use client';

import { Slot } from 'radix-ui';
import { type ReactNode, useId, useRef } from 'react';
import { late, useLate } from './late';
import { useTooltip } from './use-tooltip';

const lateBubble = late(() => import('./tooltip-bubble'));

/** Names its only child on hover and keyboard focus. The child takes a ref and keeps its own aria-label. */
export function Tooltip({
  label,
  children,
  side = 'top',
}: {
  label: ReactNode;
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
}) {
  const trigger = useRef<HTMLElement>(null);
  const id = useId();
  const { open, close, hands } = useTooltip();
  const bubble = useLate(lateBubble, open);
  return (
    <>
      <Slot.Root ref={trigger} aria-describedby={open && bubble ? id : undefined} {...hands}>
        {children}
      </Slot.Root>
      {bubble && (
        <bubble.TooltipBubble
          id={id}
          open={open}
          onClose={close}
          trigger={trigger}
          side={side}
          label={label}
        />
      )}
    </>
  );
}
