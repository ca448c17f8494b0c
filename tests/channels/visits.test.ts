import { expect, test } from 'vitest';
import { Visits } from '@/lib/channels/messenger/visits';

test('a visitor is gone once all tabs have been closed for the time, told once', () => {
  const visits = new Visits(60);
  visits.enter('ann', 'a');
  visits.enter('ann', 'b');
  visits.leave('ann', 'a', 100);
  expect([visits.nextMs(), visits.gone(1_000)]).toEqual([null, []]);
  visits.leave('ann', 'b', 200);
  expect([visits.nextMs(), visits.gone(259)]).toEqual([260, []]);
  expect([visits.gone(260), visits.gone(300), visits.nextMs()]).toEqual([['ann'], [], null]);
});

test('who comes back in time stays, and leaves anew', () => {
  const visits = new Visits(60);
  visits.enter('ann', 'a');
  visits.leave('ann', 'a', 0);
  visits.enter('ann', 'b');
  expect(visits.gone(1_000)).toEqual([]);
  visits.leave('ann', 'b', 1_000);
  expect(visits.gone(1_060)).toEqual(['ann']);
});

test('those who left go in turn; a tab that is closed twice, or was never open, changes nothing', () => {
  const visits = new Visits(60);
  for (const [visitor, at] of [
    ['ann', 0],
    ['bob', 10],
  ] as const) {
    visits.enter(visitor, 'a');
    visits.leave(visitor, 'a', at);
    visits.leave(visitor, 'a', at + 500);
  }
  visits.leave('eve', 'a', 5);
  expect([visits.gone(60), visits.gone(70), visits.nextMs()]).toEqual([['ann'], ['bob'], null]);
});

test('who is not there after a restart is waited for, unless they are', () => {
  const visits = new Visits(60);
  visits.enter('ann', 'a');
  visits.miss('ann', 0);
  visits.miss('bob', 0);
  visits.miss('eve', 0);
  visits.enter('eve', 'a');
  expect(visits.gone(60)).toEqual(['bob']);
});
