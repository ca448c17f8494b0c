'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
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
import type { Channel } from '@/lib/desk/facts';
import type { EndpointWire } from '@/lib/desk/wire-webhooks';
import { EndpointForm } from './endpoint-form';

/** Adds an endpoint and shows its secret, once; or changes one. */
export function EndpointDialog({
  channel,
  endpoint,
  onClose,
}: {
  /** Whose replies it gets, for a new one. */
  channel?: Channel;
  /** The one to change. */
  endpoint?: EndpointWire;
  onClose: () => void;
}) {
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    onClose();
    if (secret !== null) router.refresh();
  };
  const saved = (shown: string | null) => {
    if (shown !== null) return setSecret(shown);
    onClose();
    router.refresh();
  };
  const title = endpoint ? 'Change webhook' : channel ? 'Deliver replies' : 'New webhook';
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent>
        <DialogTitle>{secret === null ? title : 'Signing secret'}</DialogTitle>
        <DialogDescription>
          {secret !== null
            ? 'Copy it now: the other side verifies with it what it is called with.'
            : channel
              ? 'Each reply on this channel is posted there, signed, until it arrives.'
              : 'A service of yours that is called when something happens here.'}
        </DialogDescription>
        {secret === null ? (
          <EndpointForm channel={channel} endpoint={endpoint} onSaved={saved} onCancel={close} />
        ) : (
          <>
            <div className="mt-4 space-y-3">
              <ShownOnce label="Secret" text={secret}>
                As Standard Webhooks writes it, with whsec_ before it.
              </ShownOnce>
              <Notice tone="warn">
                It is kept sealed: nobody, you included, can see it again.
              </Notice>
            </div>
            <DialogFooter>
              <Button type="button" variant="solid" onClick={close}>
                I have copied it
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
