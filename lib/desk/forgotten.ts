import type { ConversationState, Settings } from './facts';

const HOUR_MS = 3_600_000;

/**
 * Whether a Pending conversation has been silent for as long as the settings allow. One that was put
 * away, or whose customer still waits for an answer, is not forgotten.
 */
export function isForgotten(
  { status, returnsAt, waitingSince, lastActivityAt }: ConversationState,
  { autoResolveAfterHours: hours }: Settings,
  nowMs: number,
): boolean {
  if (hours === null || status !== 'pending') return false;
  if (returnsAt !== null || waitingSince !== null) return false;
  return lastActivityAt <= nowMs - hours * HOUR_MS;
}
