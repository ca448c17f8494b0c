import { describe, expect, test } from 'vitest';
import { chosenMoment, fieldText } from '@/components/acts/boomerang-delays';
import { trailWords } from '@/components/conversation/trail-words';
import { returnWords } from '@/components/workspace/return-words';
import type { TrailWire } from '@/lib/desk/wire';

const NOON = Date.UTC(2026, 2, 2, 12);
const at = (hours: number) => new Date(NOON + hours * 3_600_000).toISOString();

describe('when a conversation comes back', () => {
  test('is said by the clock today, by its day later', () => {
    expect(returnWords(at(2), NOON, 'UTC')).toBe('14:00');
    expect(returnWords(at(21.5), NOON, 'UTC')).toBe('tomorrow 9:30');
    expect(returnWords(at(96), NOON, 'UTC')).toBe('Fri 6 Mar 2026 12:00');
  });

  test('is said in the reader’s own time zone', () => {
    expect(returnWords(at(2), NOON, 'Asia/Tokyo')).toBe('23:00');
    expect(returnWords(at(4), NOON, 'Asia/Tokyo')).toBe('tomorrow 1:00');
  });

  test('is tomorrow also when the clocks change tonight', () => {
    const lateOnSaturday = Date.UTC(2026, 2, 28, 22, 45);
    const onSunday = new Date(Date.UTC(2026, 2, 29, 7)).toISOString();
    expect(returnWords(onSunday, lateOnSaturday, 'Europe/Brussels')).toBe('tomorrow 9:00');
  });

  test('counts from the moment it is chosen, or is the moment that was picked', () => {
    expect(chosenMoment('4h', '', NOON)).toBe(at(4));
    expect(chosenMoment('moment', fieldText(NOON), 0)).toBe(at(0));
    expect(chosenMoment('moment', '', NOON)).toBeNull();
  });
});

describe('a line of the trail', () => {
  const line = (more: Partial<TrailWire>): TrailWire => ({
    id: '1',
    kind: 'claimed',
    at: at(0),
    by: { kind: 'person', id: 'ada', name: 'Ada' },
    owner: null,
    returnsAt: null,
    note: null,
    undone: null,
    ...more,
  });
  const words = (more: Partial<TrailWire>) => trailWords(line(more), 'me', 'UTC');

  const me = { kind: 'person', id: 'me', name: 'Me' } as const;

  test('says who did what, and You for the reader alone', () => {
    expect(words({})).toBe('Ada took it');
    expect(words({ kind: 'resolved', by: me })).toBe('You resolved it');
    expect(words({ kind: 'assigned', owner: me })).toBe('Ada gave it to you');
    expect(words({ kind: 'assigned', by: me, owner: me })).toBe('You took it');
    const namesake = { ...me, id: 'another' };
    expect(words({ kind: 'assigned', owner: namesake })).toBe('Ada gave it to Me');
    expect(words({ kind: 'boomeranged', returnsAt: at(2) })).toBe('Ada put it away, back 14:00');
  });

  test('says what was taken back', () => {
    expect(words({ kind: 'undone', undone: 'resolved' })).toBe('Ada undid resolving it');
    expect(words({ kind: 'undone', undone: 'assigned', by: me })).toBe('You undid giving it away');
  });

  test('names nobody for what happens by itself', () => {
    const by = { kind: 'system', id: 'system', name: 'Frontrow' } as const;
    expect(words({ kind: 'cameBack', by })).toBe('Back in the queue');
    expect(words({ kind: 'forgotten', by })).toBe(
      'Resolved by itself: nobody had written for long',
    );
    expect(words({ kind: 'reopened', by })).toBe('Reopened by a new message');
  });
});
