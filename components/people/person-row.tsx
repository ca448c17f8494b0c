'use client';

import { Link2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic, useState, useTransition } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { offerUndoWhileShown } from '@/components/shortcuts/offer-undo';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { late, useLate } from '@/components/ui/late';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { Mark } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { Role } from '@/lib/desk/facts';
import type { PersonWire } from '@/lib/desk/wire';
import { ROLE_OPTIONS, roleLabel } from './role-words';

const lateLink = late(() => import('./new-link-dialog'));

export const PEOPLE_COLUMNS = 'md:grid-cols-[minmax(0,1fr)_148px_120px_104px]';

type Change = Partial<Pick<PersonWire, 'role' | 'active'>>;

/** One person: role, sign-in link, active or not. A refused change puts the control back. */
export function PersonRow({ person }: { person: PersonWire }) {
  const { me } = useCatalogue();
  const mayShape = useMayShape();
  const router = useRouter();
  const [saving, startSaving] = useTransition();
  const [shown, show] = useOptimistic(person, (before, patch: Change) => ({ ...before, ...patch }));
  const [deactivating, setDeactivating] = useState(false);
  const [steppingDown, setSteppingDown] = useState<Role | null>(null);
  const [linking, setLinking] = useState(false);
  const link = useLate(lateLink, linking);

  const change = (patch: Change, done: string, back?: () => void) => {
    if (saving) return;
    startSaving(async () => {
      show(patch);
      try {
        await callApi('PATCH', `/people/${person.id}`, patch);
        if (back) offerUndoWhileShown(back, done, `person-${person.id}`);
        else toast.success(done);
        startTransition(() => router.refresh());
      } catch (error) {
        toast.error(failureMessage(error));
      }
      setDeactivating(false);
      setSteppingDown(null);
    });
  };

  const changeRole = (role: Role) => {
    if (role === person.role) return;
    const words = (now: Role) => `${person.name} is now ${roleLabel(now).toLowerCase()}`;
    if (person.id === me.id) setSteppingDown(role);
    else change({ role }, words(role), () => change({ role: person.role }, words(person.role)));
  };

  return (
    <li
      className={cn(
        'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0',
        PEOPLE_COLUMNS,
      )}
    >
      <div className="flex min-w-0 items-center gap-3">
        <Avatar name={person.name} />
        <div className="min-w-0">
          <p className="flex min-w-0 items-center gap-2">
            <span
              dir="auto"
              className={cn(
                'truncate font-medium text-sm',
                person.active ? 'text-ink' : 'text-ink-muted',
              )}
            >
              {person.name}
            </span>
            {person.id === me.id && <Mark>You</Mark>}
            {!person.active && <Mark>Deactivated</Mark>}
          </p>
          <p className="truncate text-ink-muted text-xs">{person.email}</p>
        </div>
      </div>
      {mayShape ? (
        <>
          <div className="order-2 w-37 md:order-none md:w-auto">
            <Select
              label={`Role of ${person.name}`}
              value={shown.role}
              onValueChange={changeRole}
              options={ROLE_OPTIONS}
            />
          </div>
          <div className="order-3 md:order-none">
            <Button
              variant="ghost"
              size="sm"
              disabled={!person.active}
              aria-label={`New sign-in link for ${person.name}`}
              onClick={() => setLinking(true)}
            >
              <Link2 aria-hidden className="size-3.5" />
              New link
            </Button>
          </div>
          <div className="order-1 flex items-center justify-end gap-2 md:order-none">
            <span className="text-ink-muted text-sm md:hidden">Active</span>
            <Switch
              label={`${person.name} is active`}
              checked={shown.active}
              onCheckedChange={(active) =>
                active
                  ? change({ active }, `${person.name} may sign in again`)
                  : setDeactivating(true)
              }
            />
          </div>
        </>
      ) : (
        <>
          <p className="text-ink text-sm">{roleLabel(person.role)}</p>
          <span className="hidden md:block" />
          <p className="hidden text-right text-ink-muted text-sm md:block">
            {person.active ? 'Yes' : 'No'}
          </p>
        </>
      )}
      <ConfirmDialog
        open={deactivating}
        onOpenChange={setDeactivating}
        title={`Deactivate ${person.name}?`}
        confirmLabel="Deactivate"
        danger
        busy={saving}
        onConfirm={() => change({ active: false }, `${person.name} is deactivated`)}
      >
        {person.id === me.id ? 'You are signed out' : 'They are signed out'} everywhere at once and
        cannot sign in until an admin activates them again. Replies and notes they wrote stay.
      </ConfirmDialog>
      {steppingDown && (
        <ConfirmDialog
          open
          onOpenChange={() => setSteppingDown(null)}
          title="Give up your own role?"
          confirmLabel={`Become ${roleLabel(steppingDown).toLowerCase()}`}
          danger
          busy={saving}
          onConfirm={() =>
            change({ role: steppingDown }, `You are now ${roleLabel(steppingDown).toLowerCase()}`)
          }
        >
          You can change no settings from then on. Only another admin can make you an admin again.
        </ConfirmDialog>
      )}
      {linking && link && <link.NewLinkDialog person={person} onClose={() => setLinking(false)} />}
    </li>
  );
}
