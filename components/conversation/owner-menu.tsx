'use client';

import { ChevronDown, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useConversationWrite } from '@/components/acts/use-conversation-write';
import { useCatalogue } from '@/components/live/catalogue';
import { useConversation } from '@/components/live/conversation-live';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  type MenuState,
  MenuTrigger,
} from '@/components/ui/menu';
import { useFocusBack } from '@/components/ui/use-focus-back';
import type { PersonMark } from '@/lib/desk/wire';

const lateDialog = late(() => import('@/components/acts/hand-over-dialog'));

/** Whose conversation it is; takes it, releases it, or hands it to somebody. */
export function OwnerMenu() {
  const { header } = useConversation().detail;
  const { me, people } = useCatalogue();
  const { write, busy } = useConversationWrite();
  const { place, back } = useFocusBack<HTMLDivElement>();
  const { owner } = header;
  const mine = owner?.id === me.id;
  const mayMoveAny = me.role !== 'agent';
  const mayMove = mine || mayMoveAny;
  const others = people.filter(({ id }) => id !== me.id && id !== owner?.id);
  const { name: customer } = header.contact;
  const act: typeof write = (...change) => write(...change).finally(back);
  const take = () => act({ verb: 'claim' }, `You took ${customer}`, { quiet: true });
  const release = () => act({ verb: 'release' }, `Nobody has ${customer} now`);
  const assign = ({ id, name }: PersonMark) =>
    act({ verb: 'assign', personId: id }, `${customer} is with ${name} now`);
  const [handingOver, setHandingOver] = useState(false);
  const dialog = useLate(lateDialog, handingOver);
  const menuState = useState<MenuState[0]>(null);
  const [, openMenu] = menuState;
  useShortcut(
    'assign',
    () => {
      if (owner || mayMoveAny) openMenu('keyboard');
      else void take();
    },
    busy === null,
  );
  const menu = (
    <MenuContent className="max-w-72">
      {owner && !mine && !mayMove && (
        <p className="max-w-56 px-2 py-1.5 text-ink-muted">
          {owner.name} has this conversation. A supervisor can move it.
        </p>
      )}
      {owner && !mine && mayMove && (
        <MenuItem onSelect={() => void assign(me)}>Assign to me</MenuItem>
      )}
      {owner && mayMove && (
        <MenuItem onSelect={() => void release()}>{mine ? 'Release' : 'Assign to nobody'}</MenuItem>
      )}
      {mayMove && others.length > 0 && (
        <>
          {owner && <MenuSeparator />}
          <MenuLabel>{mine ? 'Hand over to' : 'Assign to'}</MenuLabel>
          {others.map((person) => (
            <MenuItem key={person.id} onSelect={() => void assign(person)}>
              <span dir="auto" className="truncate">
                {person.name}
              </span>
            </MenuItem>
          ))}
          <MenuItem onSelect={() => setHandingOver(true)}>With a note…</MenuItem>
        </>
      )}
    </MenuContent>
  );
  const handOver = handingOver && dialog && (
    <dialog.HandOverDialog
      people={others}
      onChoose={(personId, note) => {
        const name = others.find(({ id }) => id === personId)?.name ?? 'a colleague';
        return write({ verb: 'assign', personId, note }, `${customer} is with ${name} now`);
      }}
      onClose={() => {
        setHandingOver(false);
        back();
      }}
    />
  );
  if (!owner) {
    return (
      <div ref={place} className="flex">
        {handOver}
        <Button
          className={mayMoveAny ? 'rounded-r-none' : undefined}
          busy={busy !== null}
          onClick={() => void take()}
        >
          Take
        </Button>
        {mayMoveAny && (
          <Menu state={menuState}>
            <MenuTrigger asChild>
              <Button
                size="icon"
                className="-ml-px w-7 rounded-l-none"
                aria-label="Assign"
                disabled={busy !== null}
              >
                <ChevronDown aria-hidden="true" />
              </Button>
            </MenuTrigger>
            {menu}
          </Menu>
        )}
      </div>
    );
  }
  return (
    <div ref={place} className="flex">
      {handOver}
      <Menu state={menuState}>
        <MenuTrigger asChild>
          <Button busy={busy !== null} aria-label={`Owner: ${mine ? 'you' : owner.name}`}>
            <UserRound aria-hidden="true" className="text-ink-muted" />
            <span dir="auto" className="max-w-16 truncate sm:max-w-28">
              {mine ? 'You' : owner.name}
            </span>
            <ChevronDown aria-hidden="true" className="size-3.5 text-ink-faint" />
          </Button>
        </MenuTrigger>
        {menu}
      </Menu>
    </div>
  );
}
