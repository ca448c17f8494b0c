import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { listLineLook, scrimLook } from './surface';
import { useFocusReturn } from './use-focus-return';

export type CommandLine = {
  id: string;
  label: string;
  hint?: string;
  icon: LucideIcon;
  /** What stands at its end, such as its key. */
  end?: ReactNode;
};
export type CommandGroup = { name: string; lines: readonly CommandLine[] };

/**
 * A field and what it finds, in the middle of the screen. What is chosen is told once the dialog is
 * closed and the focus is back where it was, so that it may move it.
 */
export function CommandDialog({
  label,
  placeholder,
  text,
  onText,
  groups,
  note,
  onChoose,
  onClose,
}: {
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  groups: readonly CommandGroup[];
  /** What is to be said below the lines: that more is coming, or that nothing is found. */
  note: ReactNode;
  onChoose: (id: string) => void;
  onClose: () => void;
}) {
  const { onOpenAutoFocus, onCloseAutoFocus } = useFocusReturn();
  const chosen = useRef<string | null>(null);
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={scrimLook} />
        <Radix.Content
          data-modal=""
          aria-describedby={undefined}
          onOpenAutoFocus={onOpenAutoFocus}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus(event);
            if (chosen.current !== null) onChoose(chosen.current);
          }}
          className="fade-in-0 zoom-in-98 fixed top-[max(12px,12dvh)] left-1/2 z-40 w-[calc(100vw-24px)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-line-strong bg-overlay text-ink shadow-overlay outline-none data-[state=open]:animate-in"
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          <Command shouldFilter={false} loop label={label}>
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Search aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
              <Command.Input
                value={text}
                onValueChange={onText}
                placeholder={placeholder}
                className="h-12 w-full bg-transparent text-base outline-none placeholder:text-ink-faint"
              />
            </div>
            <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5">
              {groups.map(({ name, lines }) => (
                <Command.Group
                  key={name}
                  heading={name}
                  className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint **:[[cmdk-group-heading]]:text-xs"
                >
                  {lines.map(({ id, label: line, hint, icon: Icon, end }) => (
                    <Command.Item
                      key={id}
                      value={`${name} ${id}`}
                      onSelect={() => {
                        chosen.current = id;
                        onClose();
                      }}
                      className={listLineLook}
                    >
                      <Icon aria-hidden="true" className="text-ink-muted" />
                      <span dir="auto" className="min-w-0 shrink truncate">
                        {line}
                      </span>
                      {hint && (
                        <span dir="auto" className="min-w-0 flex-1 truncate text-ink-muted text-xs">
                          {hint}
                        </span>
                      )}
                      {end && <span className="ml-auto flex pl-2 text-ink-muted">{end}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              {note && (
                <div className="px-2 py-3 text-ink-muted" aria-live="polite">
                  {note}
                </div>
              )}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
