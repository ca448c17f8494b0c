'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { Channel } from '@/lib/desk/facts';

const lateDialog = late(() => import('./endpoint-dialog'));

/** Opens the dialog that adds an endpoint, for the replies of a channel if one is given; absent for those who may not. */
export function CreateEndpointButton({ channel }: { channel?: Channel }) {
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  if (!useMayShape()) return null;
  return (
    <>
      <Button variant={channel ? 'outline' : 'solid'} onClick={() => setOpen(true)}>
        <Plus aria-hidden /> {channel ? 'Deliver replies' : 'New webhook'}
      </Button>
      {open && dialog && <dialog.EndpointDialog channel={channel} onClose={() => setOpen(false)} />}
    </>
  );
}
