import { callApi } from '@/components/live/call-api';
import type { SegmentPreview } from '@/lib/desk/wire';
import type { Condition, Join } from '@/lib/segments/segment';

export type PreviewQuestion = {
  join: Join;
  conditions: readonly Condition[];
  /** The segment being edited. */
  id?: string;
  highPriority: boolean;
  /** `open`: contacts with an open conversation, at once. `all`: every contact, by a scan. */
  scope: 'open' | 'all';
};

/** Asks what a segment would match. Throws ApiFailure, also when `signal` ends the call. */
export function askPreview(question: PreviewQuestion, signal: AbortSignal) {
  return callApi<SegmentPreview>('POST', '/segments/preview', question, signal);
}
