'use client';

import type { ReactNode } from 'react';
import { useDraftLine } from '@/components/live/use-drafts';

/** What this person has written in a row's conversation and not sent, or else what stands in between. */
export function DraftOr({
  conversationId,
  children,
}: {
  conversationId: string;
  children: ReactNode;
}) {
  const line = useDraftLine(conversationId);
  if (line === '') return children;
  return (
    <>
      <span className="font-medium text-ink">Draft: </span>
      <bdi>{line}</bdi>
    </>
  );
}
