import { invalid } from '@/lib/desk/errors';
import type { Settings } from '@/lib/desk/facts';
import { isTimeZone } from '@/lib/segments/calendar';

const LONGEST_HOURS = 24 * 365;

/** The settings with what is given of them. Throws `invalid` with the field. */
export function decideSettings(before: Settings, given: Partial<Settings>): Settings {
  const { timeZone = before.timeZone, autoResolveAfterHours: hours } = given;
  if (!isTimeZone(timeZone))
    throw invalid(`“${timeZone}” is not a time zone such as Europe/Brussels.`, 'timeZone');
  const isHours =
    Number.isInteger(hours ?? 1) && (hours ?? 1) >= 1 && (hours ?? 1) <= LONGEST_HOURS;
  if (!isHours) throw invalid(`Whole hours, from 1 to ${LONGEST_HOURS}.`, 'autoResolveAfterHours');
  return {
    timeZone,
    autoResolveAfterHours: hours === undefined ? before.autoResolveAfterHours : hours,
  };
}
