import { callApi, callApiForLines, unreachable } from '@/components/live/call-api';
import type { ContactCount, SegmentPreview } from '@/lib/desk/wire';
import type { Condition, Join } from '@/lib/segments/segment';

/** A segment that is being built. */
export type SegmentQuestion = {
  join: Join;
  conditions: readonly Condition[];
  /** The segment being edited. */
  id?: string;
};

/**
 * Asks what a segment would match among contacts with an open conversation, and whom it would move
 * if it counted for priority. Throws ApiFailure, also when `signal` ends the call.
 */
export function askPreview(question: SegmentQuestion, signal: AbortSignal) {
  const asked = { ...question, highPriority: true };
  return callApi<SegmentPreview>('POST', '/segments/preview', asked, signal);
}

/**
 * Has all contacts counted that a segment would match, and tells how far the count has come, at
 * last with `done`. Throws ApiFailure when it ends before that, also by `signal`.
 */
export async function askCount(
  question: SegmentQuestion,
  signal: AbortSignal,
  tell: (count: ContactCount) => void,
): Promise<void> {
  for await (const count of callApiForLines<ContactCount>(
    'POST',
    '/segments/count',
    question,
    signal,
  )) {
    tell(count);
    if (count.done) return;
  }
  throw unreachable();
}
