import Link from 'next/link';
import { PreviewMoves } from '@/components/segments/preview-moves';
import { HighPriorityMark } from '@/components/segments/segment-marks';
import { counted } from '@/components/workspace/counted';
import type { AttributeDependents, AttributePreview } from '@/lib/desk/wire-attributes';
import { DependentList, dependentsOf } from './dependent-list';

/** What disabling an attribute does: to its segments, to the queue, and to what else names it. */
export function QueueImpact({
  dependents,
  preview,
}: {
  dependents: AttributeDependents;
  preview: AttributePreview;
}) {
  const { contacts } = dependents;
  const { segments, conversations } = preview;
  // Mappings and the CRM go on filling it.
  const others = dependentsOf({ ...dependents, segments: [], mappings: [], crm: false });
  const kept =
    contacts === 0
      ? 'No contact has a value for it.'
      : `${counted(contacts, 'contact')} ${contacts === 1 ? 'keeps its value' : 'keep their values'}.`;
  return (
    <>
      {segments.length === 0 ? (
        <p>No segment depends on it, so nobody in the queue moves. {kept}</p>
      ) : (
        <>
          <p>
            {segments.length === 1
              ? 'This segment depends'
              : `These ${segments.length} segments depend`}{' '}
            on it. Beside each: its contacts with an open conversation, before and after.
          </p>
          <ImpactOnSegments segments={segments} />
          <div className="rounded-md border border-line-strong">
            <p className="px-4 pt-3 tabular-nums">
              {conversations === 0
                ? 'No conversation changes its priority.'
                : `${counted(conversations, 'conversation')} ${conversations === 1 ? 'changes its' : 'change their'} priority.`}
            </p>
            <PreviewMoves preview={preview} when="When you disable it" />
          </div>
        </>
      )}
      {others.length > 0 && (
        <>
          <p>These leave it out until you enable it again:</p>
          <DependentList dependents={others} />
        </>
      )}
      {segments.length > 0 && <p className="text-ink-muted">{kept}</p>}
    </>
  );
}

function ImpactOnSegments({ segments }: { segments: AttributePreview['segments'] }) {
  return (
    <ul className="max-h-40 divide-y divide-line-strong overflow-y-auto rounded-md border border-line-strong">
      {segments.map(({ id, name, highPriority, from, to }) => (
        <li key={id}>
          <Link
            href={`/settings/segments/${id}`}
            className="flex min-h-8 items-center gap-2 px-3 py-1.5 hover:bg-hover"
          >
            <span dir="auto" className="min-w-0 truncate">
              {name}
            </span>
            {highPriority && <HighPriorityMark />}
            <span className="ml-auto shrink-0 text-ink-muted text-xs tabular-nums">
              {from.toLocaleString('en')} <span aria-hidden>→</span>
              <span className="sr-only"> to</span>{' '}
              <span className="font-medium text-ink">{to.toLocaleString('en')}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
