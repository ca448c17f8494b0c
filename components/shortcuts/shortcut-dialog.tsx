import Link from 'next/link';
import { useCatalogue } from '@/components/live/catalogue';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { useShortcutsOn } from './kept-shortcuts';
import { KeyCaps } from './key-caps';
import { SHORTCUT_GROUPS, shortcutsFor } from './shortcut-list';

/** Every shortcut that the person has, by what it is for. */
export function ShortcutDialog({ onClose }: { onClose: () => void }) {
  const { me } = useCatalogue();
  const [on] = useShortcutsOn();
  const shortcuts = shortcutsFor(me.role);
  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent size="lg">
        <DialogTitle>Keyboard shortcuts</DialogTitle>
        <DialogDescription>
          {on
            ? 'They rest while you write, and in menus and dialogs. '
            : 'They are switched off in this browser. '}
          <Link
            href="/preferences"
            onClick={onClose}
            className="text-ink underline underline-offset-2"
          >
            {on ? 'Switch them off' : 'Switch them on'}
          </Link>
        </DialogDescription>
        <div className="mt-5 gap-x-8 sm:columns-2">
          {SHORTCUT_GROUPS.map((group) => (
            <section key={group} aria-label={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium text-ink-faint text-xs">{group}</h3>
              <dl>
                {shortcuts
                  .filter((shortcut) => shortcut.group === group)
                  .map(({ id, label, keys }) => (
                    <div
                      key={id}
                      className="flex min-h-7 items-center justify-between gap-4 border-line border-b py-1 last:border-b-0"
                    >
                      <dt className="min-w-0">{label}</dt>
                      <dd className="flex text-ink-muted">
                        <KeyCaps keys={keys} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
