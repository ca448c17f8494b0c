import { describe, expect, it } from 'vitest';
import { chosenLately, recentOf } from '@/components/palette/kept-recent';
import { choicesFor, choicesOf } from '@/components/palette/palette-choices';
import { shortcutsFor } from '@/components/shortcuts/shortcut-list';
import type { CatalogueWire, SavedViewWire, SegmentWire } from '@/lib/desk/wire';

const segment = (id: string, name: string, highPriority = false): SegmentWire => ({
  id,
  name,
  join: 'all',
  conditions: [],
  highPriority,
  changedBy: null,
  changedAt: '2026-01-01T00:00:00.000Z',
});

const catalogue = (role: 'agent' | 'supervisor'): CatalogueWire => ({
  me: { id: 'me', name: 'Me', email: 'me@example.com', role, active: true },
  attributes: [],
  segments: [segment('berlin', 'Straße in Berlin'), segment('vip', 'VIP', true)],
  channels: [],
  segmentIds: [],
  prioritizationRevision: 1,
  people: [{ id: 'kim', name: 'Kim Berlinger' }],
  settings: { timeZone: 'UTC', autoResolveAfterHours: null },
});

const view = (id: string, name: string, shared: boolean): SavedViewWire => ({
  id,
  name,
  shared,
  filter: { segments: ['vip'], owner: 'mine' },
  order: 'oldest',
  columns: [],
  position: 0,
  changedBy: null,
  changedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
});

const choices = (
  role: 'agent' | 'supervisor',
  runnable: string[] = ['resolve', 'vip', 'next-row'],
) =>
  choicesOf({
    shortcuts: shortcutsFor(role),
    runnable: new Set(runnable),
    places: [{ path: '/preferences', label: 'Preferences' }],
    views: [view('ours', 'Night shift', true), view('mine', 'Night notes', false)],
    catalogue: catalogue(role),
  });
const idsFor = (typed: string, role: 'agent' | 'supervisor' = 'supervisor') =>
  choicesFor(choices(role), typed).map(({ id }) => id);

describe('what the palette offers', () => {
  it('is what can be done now, with its key, and nothing else of the list', () => {
    const acts = choices('agent').filter(({ group }) => group === 'Do');
    expect(acts.map(({ id, keys }) => [id, keys])).toEqual([
      ['act vip', ['v']],
      ['act resolve', ['e']],
    ]);
  });

  it('opens a saved view with all that its address says, of the team or one’s own', () => {
    expect(idsFor('night')).toEqual(['view ours', 'view mine']);
    const [ours] = choicesFor(choices('agent'), 'night shift');
    expect(ours).toMatchObject({ label: 'Night shift', hint: 'of the team' });
    const href = ours && 'go' in ours.does ? ours.does.go : '';
    expect(Object.fromEntries(new URLSearchParams(href.split('?')[1]))).toMatchObject({
      segments: 'vip',
      owner: 'mine',
      view: 'ours',
    });
  });

  it('filters by colleagues for supervisors alone', () => {
    expect(idsFor('berlinger', 'supervisor')).toEqual(['person kim']);
    expect(idsFor('berlinger', 'agent')).toEqual([]);
  });

  it('is found by every word, without case, folded as segments are, the best of a group first', () => {
    expect(idsFor('STRASSE')).toEqual(['segment berlin']);
    expect(idsFor('berlin')).toEqual(['segment berlin', 'person kim']);
    expect(idsFor('berlin strasse')).toEqual(['segment berlin']);
    expect(idsFor('vip')).toEqual(['act vip', 'segment vip']);
    expect(idsFor('nothing like it')).toEqual([]);
  });

  it('remembers five choices, the newest first, and shows those that can be made', () => {
    const chosen = ['act resolve', 'segment gone', 'act vip', 'act resolve'];
    const ids = chosen.reduce<readonly string[]>(chosenLately, []);
    expect(ids).toEqual(['act resolve', 'act vip', 'segment gone']);
    const shown = recentOf(choices('agent'), ids).map(({ id }) => id);
    expect(shown).toEqual(['act resolve', 'act vip']);
    expect(['1', '2', '3', '4', '5', '6'].reduce<readonly string[]>(chosenLately, [])).toEqual([
      ...'65432',
    ]);
  });
});
