'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import type { QueueView } from '@/components/live/queue-store';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { late, useLate } from '@/components/ui/late';
import type { QueueFilter } from '@/lib/ranking/filter';
import { BULK_WORDS, type BulkVerb, doingWords, selectionWords } from './bulk-words';
import { useBulk } from './use-bulk';
import type { SelectionHand } from './use-selection';

const lateAssign = late(() => import('@/components/acts/hand-over-dialog'));
const lateLater = late(() => import('@/components/acts/boomerang-dialog'));
const lateRefused = late(() => import('./bulk-refused-dialog'));

/** More are not done by one press. */
const MOST_UNASKED = 50;

/** At the foot of the list while something is selected or done to what was: how many, and what can be done to them. */
export function SelectionBar({
  hand,
  view,
  total,
  filtered,
}: {
  hand: SelectionHand;
  view: QueueView;
  total: number;
  filtered: boolean;
}) {
  const { me, people } = useCatalogue();
  const bulk = useBulk();
  const { running, refused } = bulk;
  const { selection, count } = hand;
  const [asked, setAsked] = useState<BulkVerb | null>(null);
  const assign = useLate(lateAssign, asked === 'assign');
  const later = useLate(lateLater, asked === 'boomerang');
  const refusedDialog = useLate(lateRefused, refused !== null);
  const open = hand.selecting || running !== null;
  useFocusToList(open);

  function act(verb: BulkVerb, more: Record<string, unknown> = {}) {
    const { filter, order } = view;
    const chosen = selection.every ? { filter, order } : { conversationIds: [...selection.ids] };
    setAsked(null);
    void bulk.run(verb, { ...chosen, act: verb, ...more }).then((done) => done && hand.clear());
  }
  function press(verb: BulkVerb) {
    const asks = verb === 'assign' || verb === 'boomerang' || count > MOST_UNASKED;
    if (asks) setAsked(verb);
    else act(verb);
  }
  const words = open ? selectionWords(count, selection.every, selection.gone) : '';
  const isConfirm = asked !== null && asked !== 'assign' && asked !== 'boomerang';

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {running ? '' : words}
      </p>
      {running && (
        <Frame>
          <p className="min-w-0 truncate font-medium tabular-nums">
            {doingWords(running.verb, running.progress)}
          </p>
          <Button className="ml-auto pointer-coarse:h-11" size="sm" onClick={running.cancel}>
            Cancel
          </Button>
        </Frame>
      )}
      {open && !running && (
        <Frame>
          <p aria-hidden className="min-w-0 truncate font-medium tabular-nums">
            {words}
          </p>
          {count > 0 && !selection.every && count < total && (
            <Button
              size="sm"
              variant="ghost"
              className="pointer-coarse:h-11"
              onClick={hand.selectEvery}
            >
              Select all {total.toLocaleString('en')}
              {filtered && ' that match'}
            </Button>
          )}
          <Button
            size="icon"
            variant="ghost"
            className="-mr-1.5 ml-auto pointer-coarse:size-11"
            aria-label="Clear the selection"
            onClick={hand.clear}
          >
            <X aria-hidden />
          </Button>
          <div className="flex w-full gap-1.5">
            {verbsFor(view.filter).map((verb) => (
              <Button
                key={verb}
                size="sm"
                className="flex-1 px-1 pointer-coarse:h-11"
                disabled={count === 0}
                onClick={() => press(verb)}
              >
                {BULK_WORDS[verb].button}
              </Button>
            ))}
          </div>
        </Frame>
      )}
      {asked === 'assign' && assign && (
        <assign.HandOverDialog
          count={count}
          people={me.role === 'agent' ? people.filter(({ id }) => id !== me.id) : people}
          onChoose={async (personId, note) => {
            act('assign', { personId, note });
            return true;
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'boomerang' && later && (
        <later.BoomerangDialog
          count={count}
          onChoose={async (returnsAt, note) => {
            act('boomerang', { returnsAt, ...(note !== '' && { note }) });
            return true;
          }}
          onClose={() => setAsked(null)}
        />
      )}
      <ConfirmDialog
        open={isConfirm}
        onOpenChange={(next) => !next && setAsked(null)}
        title={`${asked ? BULK_WORDS[asked].button : ''} ${count.toLocaleString('en')} conversations?`}
        confirmLabel={asked ? BULK_WORDS[asked].button : ''}
        onConfirm={() => asked && act(asked)}
      >
        You can undo it afterwards.
      </ConfirmDialog>
      {refused && refusedDialog && (
        <refusedDialog.BulkRefusedDialog refused={refused} onClose={bulk.forget} />
      )}
    </>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="Selection"
      className="fade-in slide-in-from-bottom-1 flex shrink-0 animate-in flex-wrap items-center gap-x-2 gap-y-1.5 border-line-strong border-t bg-panel px-3 py-2 duration-150 motion-reduce:animate-none"
    >
      {children}
    </section>
  );
}

/** What makes sense of what a filter shows. */
function verbsFor({ owner, status }: QueueFilter): BulkVerb[] {
  return [
    owner === 'mine' ? 'release' : 'take',
    'assign',
    status === 'pending' ? 'new' : 'pend',
    'boomerang',
    'resolve',
  ];
}

/** When the bar goes with the focus in it, the list has the focus again. */
function useFocusToList(open: boolean) {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
    }
    wasOpen.current = open;
  }, [open]);
}
