import { MessagesSquare } from 'lucide-react';
import { KeyList } from '@/components/shortcuts/key-list';
import { EmptyState } from '@/components/ui/empty-state';

/** The pane beside the queue while no conversation is open. */
export function NothingOpen() {
  return (
    <div className="flex h-full items-center justify-center bg-canvas">
      <EmptyState icon={<MessagesSquare />} title="Nobody is in front of you yet">
        Choose someone in the queue, or take the next one.
        <KeyList
          ids={['take-next', 'next-row', 'previous-row', 'open', 'why', 'filter', 'undo', 'help']}
        />
      </EmptyState>
    </div>
  );
}
