import type { ConversationState, Settings } from './facts';

const HOUR_MS = 3_600_000;

/** Whether a Pending conversation has been silent for as long as the settings allow; a boomerang is not forgotten. */
export function isForgotten(
  { status, returnsAt, lastActivityAt }: ConversationState,
  { autoResolveAfterHours: hours }: Settings,
  nowMs: number,
): boolean {
  if (hours === null || status !== 'pending' || returnsAt !== null) return false;
  return lastActivityAt <= nowMs - hours * HOUR_MS;
}
