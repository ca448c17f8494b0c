import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './class-names';
import { scrimLook, sheetLook } from './surface';
import { useFocusReturn } from './use-focus-return';

/** What a ConfirmDialog shows. */
export function ConfirmSurface({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  danger = false,
  busy = false,
  onConfirm,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
}) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !busy && onOpenChange(next)}>
      <Radix.Portal>
        <Radix.Overlay className={scrimLook} />
        <Radix.Content data-modal="" {...focusReturn} className={cn(sheetLook, 'max-w-md')}>
          <Radix.Title className="font-semibold text-lg leading-6 tracking-[-0.01em]">
            {title}
          </Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1.5 text-ink-muted">{children}</div>
          </Radix.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button variant="outline" disabled={busy}>
                Cancel
              </Button>
            </Radix.Cancel>
            <Button variant={danger ? 'danger' : 'solid'} busy={busy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
