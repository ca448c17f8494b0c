import type { SegmentMark } from '@/lib/desk/wire';

/** A segment in the header; one that arrives or leaves while somebody looks shows it for a moment. */
export type ShownChip = SegmentMark & { state: 'here' | 'arrived' | 'left' };

/** The chips when a conversation is opened. */
export function firstChips(segments: readonly SegmentMark[]): ShownChip[] {
  return segments.map((segment) => ({ ...segment, state: 'here' }));
}

/** The chips after the matching segments changed: those that left stay, marked, where they were. */
export function changedChips(
  shown: readonly ShownChip[],
  segments: readonly SegmentMark[],
): ShownChip[] {
  const states = new Map(shown.map((chip) => [chip.id, chip.state]));
  const chips = segments.map((segment): ShownChip => {
    const before = states.get(segment.id);
    return { ...segment, state: before === 'here' ? 'here' : 'arrived' };
  });
  const matching = new Set(segments.map(({ id }) => id));
  shown.forEach((chip, place) => {
    if (matching.has(chip.id)) return;
    const after = shown[place - 1];
    const index = after ? chips.findIndex(({ id }) => id === after.id) + 1 : 0;
    chips.splice(index, 0, { ...chip, state: 'left' });
  });
  return chips;
}

/** The chips once everybody has seen what changed. */
export function settledChips(shown: readonly ShownChip[]): ShownChip[] {
  return shown.filter(({ state }) => state !== 'left').map((chip) => ({ ...chip, state: 'here' }));
}
