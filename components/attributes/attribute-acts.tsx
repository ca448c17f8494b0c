'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { AttributeWire } from '@/lib/desk/wire';
import type { AttributeQuestion } from './attribute-dialog';
import { useEnable } from './use-enable';

const lateDialog = late(() => import('./attribute-dialog'));

/** What an admin does to an attribute on its page; nothing for others. */
export function AttributeActs({ attribute }: { attribute: AttributeWire }) {
  const [asking, setAsking] = useState<AttributeQuestion | null>(null);
  const dialog = useLate(lateDialog, asking !== null);
  const enable = useEnable(attribute);
  const router = useRouter();
  if (!useMayShape()) return null;
  const { enabled, standard } = attribute;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={() => setAsking('rename')}>Rename…</Button>
      {enabled ? (
        <Button onClick={() => setAsking('disable')}>Disable…</Button>
      ) : (
        <Button variant="solid" onClick={() => void enable()}>
          Enable
        </Button>
      )}
      {!standard && <Button onClick={() => setAsking('delete')}>Delete…</Button>}
      {asking && dialog && (
        <dialog.AttributeDialog
          asking={asking}
          attribute={attribute}
          onClose={() => setAsking(null)}
          onDeleted={() => router.push('/settings/attributes')}
        />
      )}
    </div>
  );
}
