'use client';

import { useSyncExternalStore } from 'react';
import { useCatalogue } from '@/components/live/catalogue';

/** Making a formatter costs a hundred times using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(name: string, options: Intl.DateTimeFormatOptions, timeZone: string) {
  const key = `${name} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

/** '9:31'. */
export function clockTime(at: string, timeZone: string): string {
  const options = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
  return formatterOf('clock', options, timeZone)
    .format(Date.parse(at))
    .replace(/^0(?=\d)/, '');
}

/** 'Mon 2 Mar 2026'. */
export function dayName(at: string, timeZone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return formatterOf('day', options, timeZone).format(new Date(at)).replace(',', '');
}

/** '2 Mar 2026, 09:31:05 CET'. */
export function exactMoment(at: string, timeZone: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'long' } as const;
  return formatterOf('exact', options, timeZone).format(Date.parse(at));
}

/** What happened on one calendar day, oldest first. */
export type Day<T> = { name: string; moments: T[] };

/** Parts moments, oldest first, by the calendar days of a time zone. */
export function byDay<T extends { at: string }>(moments: readonly T[], timeZone: string): Day<T>[] {
  const days: Day<T>[] = [];
  for (const moment of moments) {
    const name = dayName(moment.at, timeZone);
    const last = days.at(-1);
    if (last?.name === name) last.moments.push(moment);
    else days.push({ name, moments: [moment] });
  }
  return days;
}

const never = () => () => undefined;

/** The reader's own time zone; the workspace's on the server and while hydrating. */
export function useTimeZone(): string {
  const { settings } = useCatalogue();
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => settings.timeZone,
  );
}
