import { ApiFailure } from '@/components/live/call-api';
import type { WireError } from '@/lib/realtime/protocol';
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

/** What a segment would match, and which conversations would change places, from 1. */
export type Preview = {
  contacts: number;
  conversations: number;
  /** The first ones. */
  matches: { conversationId: string; name: string; channel: string }[];
  /** The first ones. */
  moves: { conversationId: string; name: string; from: number; to: number }[];
  moved: number;
};

/** Asks what a segment would match. Rejects with an AbortError when `signal` says so. */
export async function askPreview(question: PreviewQuestion, signal: AbortSignal): Promise<Preview> {
  const response = await fetch('/api/v1/segments/preview', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
    signal,
  });
  const answer: Preview & { error?: WireError } = await response.json();
  if (answer.error) {
    throw new ApiFailure(response.status, answer.error.code, answer.error.message);
  }
  return answer;
}
