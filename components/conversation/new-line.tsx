/** Stands before the first message that came since one looked. */
export function NewLine() {
  return (
    <li className="flex items-center gap-3 font-medium text-ink text-xs before:h-px before:flex-1 before:bg-ink/30 after:h-px after:flex-1 after:bg-ink/30">
      New since you looked
    </li>
  );
}
