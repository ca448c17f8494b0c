import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { BULK_WORDS } from './bulk-words';
import type { Refused } from './use-bulk';

/** More than anybody reads; the count says how many there are. */
const MOST_SHOWN = 200;

/** The conversations that a bulk act has left as they were, and why. */
export function BulkRefusedDialog({
  refused: { verb, failures },
  onClose,
}: {
  refused: Refused;
  onClose: () => void;
}) {
  const more = failures.length - MOST_SHOWN;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>
          {failures.length.toLocaleString('en')} could not be {BULK_WORDS[verb].done}
        </DialogTitle>
        <DialogDescription>They are as they were.</DialogDescription>
        <ul className="mt-3 max-h-[50vh] divide-y divide-line overflow-y-auto border-line border-y">
          {failures.slice(0, MOST_SHOWN).map(({ conversationId, name, message }) => (
            <li key={conversationId} className="py-2">
              <p dir="auto" className="truncate font-medium">
                {name ?? 'Unknown'}
              </p>
              <p className="text-ink-muted text-sm">{message}</p>
            </li>
          ))}
        </ul>
        {more > 0 && (
          <p className="mt-2 text-ink-muted text-sm">And {more.toLocaleString('en')} more.</p>
        )}
      </DialogContent>
    </Dialog>
  );
}
