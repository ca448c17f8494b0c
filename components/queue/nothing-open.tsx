import { MessagesSquare } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';

const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['m'], does: 'Take the next one' },
  { keys: ['j', 'k'], does: 'Down and up the queue' },
  { keys: ['↵'], does: 'Open the one in focus' },
  { keys: ['i'], does: 'Why it is where it is' },
  { keys: ['r', 'n'], does: 'Write a reply, a note' },
  { keys: ['e'], does: 'Resolve' },
  { keys: ['z'], does: 'Undo' },
];

/** The pane beside the queue while no conversation is open. */
export function NothingOpen() {
  return (
    <div className="flex h-full items-center justify-center bg-canvas">
      <EmptyState icon={<MessagesSquare />} title="Nobody is in front of you yet">
        Choose someone in the queue, or take the next one.
        <dl className="mx-auto mt-6 grid w-fit grid-cols-[auto_auto] items-center gap-x-4 gap-y-2 text-left">
          {KEYS.map(({ keys, does }) => (
            <div key={does} className="contents">
              <dt className="flex justify-end gap-1 text-ink">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </EmptyState>
    </div>
  );
}
