import { expect, test } from 'vitest';
import { typedText, typedValue } from '@/components/contact/typed-value';
import { byDay } from '@/components/workspace/moments';
import { valueText } from '@/components/workspace/value-text';
import { message } from './conversation-detail';

test('values are shown as people read them', () => {
  expect(valueText(true, 'boolean')).toBe('yes');
  expect(valueText(12431, 'number')).toBe('12,431');
  expect(valueText('2019-03-12', 'date')).toBe('12 Mar 2019');
  expect(valueText('2019-03-12', 'text')).toBe('2019-03-12');
});

test('what is typed becomes a value of the format, and nothing becomes no value', () => {
  expect(typedValue({ format: 'number' }, ' -3.50 ')).toEqual({ ok: true, value: -3.5 });
  expect(typedValue({ format: 'text' }, ' Belgium ')).toEqual({ ok: true, value: 'Belgium' });
  expect(typedValue({ format: 'date' }, '2024-02-29')).toEqual({ ok: true, value: '2024-02-29' });
  for (const format of ['text', 'number', 'date'] as const) {
    expect(typedValue({ format }, '  ')).toEqual({ ok: true, value: null });
  }
});

test('what does not fit is told before it is sent', () => {
  for (const typed of ['12 431', '1e3', 'many', '.5']) {
    expect(typedValue({ format: 'number' }, typed)).toMatchObject({ ok: false });
  }
  expect(typedValue({ format: 'date' }, '2023-02-29')).toMatchObject({ ok: false });
});

test('a value that is opened to be edited and saved again is the same value', () => {
  expect(typedValue({ format: 'number' }, typedText(12431.25))).toEqual({
    ok: true,
    value: 12431.25,
  });
  expect(typedText(undefined)).toBe('');
});

test('messages are parted by the calendar days of the time zone', () => {
  const at = (id: string, time: string) => ({ ...message(id), at: time });
  const late = at('late', '2026-03-02T23:30:00.000Z');
  const next = at('next', '2026-03-03T08:00:00.000Z');
  const names = (timeZone: string) => byDay([late, next], timeZone).map(({ name }) => name);
  expect(names('UTC')).toEqual(['Mon 2 Mar 2026', 'Tue 3 Mar 2026']);
  expect(names('Europe/Brussels')).toEqual(['Tue 3 Mar 2026']);
});
