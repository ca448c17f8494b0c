'use client';

import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { ShownOnce } from '@/components/workspace/shown-once';
import { useWrite } from '@/components/workspace/use-write';
import type { PersonWire } from '@/lib/desk/wire';

/** Makes a fresh one-time link with which a person chooses a password. */
export function NewLinkDialog({ person, onClose }: { person: PersonWire; onClose: () => void }) {
  const [url, setUrl] = useState<string | null>(null);
  const { busy, refusal, run } = useWrite();

  const make = () =>
    run(
      () => callApi<{ invitationUrl: string }>('POST', `/people/${person.id}/invitations`, {}),
      (answer) => setUrl(answer.invitationUrl),
    );

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>New sign-in link for {person.name}</DialogTitle>
        <DialogDescription>
          {url
            ? 'Send it over a channel you trust: whoever opens it first chooses the password.'
            : 'With it they choose a new password. Their present password works until then.'}
        </DialogDescription>
        <div className="mt-4 space-y-4">
          {url && (
            <ShownOnce label="Link" text={url}>
              It works once, within 7 days, and is not shown again.
            </ShownOnce>
          )}
          {refusal && <Notice tone="danger">{refusal.message}</Notice>}
        </div>
        <DialogFooter>
          <Button type="button" variant={url ? 'solid' : 'outline'} onClick={onClose}>
            {url ? 'Done' : 'Cancel'}
          </Button>
          {!url && (
            <Button type="button" variant="solid" busy={busy} onClick={make}>
              Make link
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
