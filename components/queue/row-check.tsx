import { Check } from 'lucide-react';
import { cn } from '@/components/ui/class-names';

/** The box that selects a row: in place of its avatar while it has the pointer or the focus, or anything is selected. */
export function RowCheck({
  conversationId,
  name,
  checked,
  selecting,
  tabbable,
  onCheck,
}: {
  conversationId: string;
  name: string;
  checked: boolean;
  selecting: boolean;
  tabbable: boolean;
  /** With Shift the selection is extended to it. */
  onCheck: (conversationId: string, extend: boolean) => void;
}) {
  return (
    <span
      className={cn(
        'absolute top-1 left-[39px] z-10 grid size-11 place-items-center opacity-0 focus-within:opacity-100 group-hover:opacity-100',
        selecting ? 'opacity-100' : 'pointer-coarse:pointer-events-none',
      )}
    >
      <input
        type="checkbox"
        data-check={conversationId}
        aria-label={`Select ${name}`}
        tabIndex={tabbable ? 0 : -1}
        checked={checked}
        onChange={({ nativeEvent }) =>
          onCheck(conversationId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
        className="peer absolute inset-0 cursor-pointer opacity-0"
      />
      <span
        aria-hidden
        className="pointer-events-none relative grid size-[18px] place-items-center rounded-[5px] border border-line-field bg-panel text-transparent peer-checked:border-transparent peer-checked:bg-solid peer-checked:text-on-solid peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2"
      >
        <Check className="size-3.5" strokeWidth={3} />
      </span>
    </span>
  );
}
