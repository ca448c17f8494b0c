'use client';

import { ArrowLeft, Lock } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ReadOnlyNote, useMayShape } from '@/components/workspace/read-only-note';
import { SAMPLE_SEGMENTS } from '@/lib/segments/sample-segments';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { BuilderSentence } from './builder-sentence';
import { draftOf, EMPTY_DRAFT } from './draft';
import { SegmentBuilder } from './segment-builder';
import { HighPriorityMark } from './segment-marks';
import { SegmentPreview } from './segment-preview';

/** The page of one segment: the builder for who may edit it, its sentence and matches for others. */
export function EditSegment({ segmentId }: { segmentId: string }) {
  const { segments } = useCatalogue();
  const mayShape = useMayShape();
  const current = segments.find((other) => other.id === segmentId);
  // Deleted by somebody else while it is being edited: what was typed is not taken away.
  const [opened] = useState(current);
  const segment = current ?? (mayShape ? opened : undefined);

  if (!segment) {
    return (
      <EmptyState
        title="No such segment"
        action={
          <Button asChild>
            <Link href="/settings/segments">All segments</Link>
          </Button>
        }
      >
        It may have been deleted, or the link is incomplete.
      </EmptyState>
    );
  }
  const builtIn = segment.id === VIP_SEGMENT.id;
  return (
    <Frame title={segment.name} mark={segment.highPriority && <HighPriorityMark />}>
      {mayShape && !builtIn ? (
        <SegmentBuilder initial={draftOf(segment)} segment={segment} />
      ) : (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div>
            <BuilderSentence join={segment.join} conditions={segment.conditions} whole />
            <div className="mt-4">
              {builtIn ? (
                <p className="flex items-center gap-2 text-ink-muted text-sm">
                  <Lock aria-hidden className="size-3.5 shrink-0" />
                  Built in: every desk has it, and nobody can edit or delete it.
                </p>
              ) : (
                <ReadOnlyNote what="segments" />
              )}
            </div>
          </div>
          <SegmentPreview
            join={segment.join}
            conditions={segment.conditions}
            missing={[]}
            id={segment.id}
            highPriority={segment.highPriority}
            reading
          />
        </div>
      )}
    </Frame>
  );
}

/** The page that makes a segment, from a template if one of that name is asked for. */
export function NewSegment({ template }: { template?: string }) {
  const mayShape = useMayShape();
  const sample = SAMPLE_SEGMENTS.find((segment) => segment.name === template);
  return (
    <Frame title="New segment">
      {mayShape ? (
        <SegmentBuilder initial={sample ? draftOf(sample) : EMPTY_DRAFT} />
      ) : (
        <ReadOnlyNote what="segments" />
      )}
    </Frame>
  );
}

function Frame({
  title,
  mark,
  children,
}: {
  title: string;
  mark?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div>
      <Link
        href="/settings/segments"
        className="inline-flex items-center gap-1.5 rounded-md text-ink-muted text-sm hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        Customer Segments
      </Link>
      <h1 className="mt-2 mb-4 flex min-w-0 flex-wrap items-center gap-2.5 font-semibold text-ink text-xl leading-7 tracking-[-0.015em]">
        <span dir="auto" className="wrap-anywhere min-w-0">
          {title}
        </span>
        {mark}
      </h1>
      {children}
    </div>
  );
}
