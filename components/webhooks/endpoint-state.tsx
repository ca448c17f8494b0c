import { CircleAlert, CircleCheck, CirclePause, TriangleAlert } from 'lucide-react';
import { counted } from '@/components/workspace/counted';
import type { EndpointWire } from '@/lib/desk/wire-webhooks';

/** How an endpoint's calls go, in a few words: the worst there is to know. */
export function EndpointState({ endpoint: { enabled, counts } }: { endpoint: EndpointWire }) {
  const { icon: Icon, look, words } = stateOf(enabled, counts);
  return (
    <span className={`flex items-center gap-1.5 text-xs ${look}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {words}
    </span>
  );
}

function stateOf(enabled: boolean, { due, failing, delivered, dead }: EndpointWire['counts']) {
  if (!enabled)
    return {
      icon: CirclePause,
      look: 'text-ink-muted',
      words: due > 0 ? `Switched off, ${due.toLocaleString('en')} waiting` : 'Switched off',
    };
  if (failing > 0)
    return {
      icon: TriangleAlert,
      look: 'text-warn',
      words: `${counted(failing, 'call')} failing, ${due.toLocaleString('en')} waiting`,
    };
  if (dead > 0)
    return { icon: CircleAlert, look: 'text-danger', words: `${counted(dead, 'call')} given up` };
  return {
    icon: CircleCheck,
    look: 'text-ink-muted',
    words: delivered > 0 ? `${counted(delivered, 'call')} delivered` : 'Nothing to tell yet',
  };
}
