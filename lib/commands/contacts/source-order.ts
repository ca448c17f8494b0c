import type { Manager } from '@/lib/attributes/attribute';
import { type CrmStanding, noStanding } from '@/lib/desk/crm';
import type { EntryDraft } from '@/lib/desk/entry';
import { invalid } from '@/lib/desk/errors';
import { crmStandingAsLoaded } from '@/lib/desk/expectations';
import type { SourceVersion } from '@/lib/desk/source-version';
import type { Expectation, Store } from '@/lib/desk/store';
import type { RefusedValue } from './decide-values';

/** Throws `invalid` for a version of what is not the CRM's to write: nobody else has one. */
export function checkVersionedBy(as: Manager, version: SourceVersion | undefined): void {
  if (version === undefined || as === 'crm') return;
  throw invalid('Only what the CRM writes has a version.', 'version');
}

/** Where the contact stands with the CRM, as far as what has this version asks for it. */
export async function standingFor(
  store: Pick<Store, 'crmStanding'>,
  contactId: string,
  version: SourceVersion | undefined,
): Promise<CrmStanding> {
  const known = version === undefined ? null : await store.crmStanding(contactId);
  return known ?? noStanding(contactId);
}

/**
 * The values of an arrival that are not older than what the CRM has said before, attribute by
 * attribute, and the attributes of those that are. So the newest version wins in whatever order
 * arrivals come, also when each has some of the attributes only. Without a version none is old.
 */
export function notOlder(
  values: ReadonlyMap<string, unknown>,
  { versions }: CrmStanding,
  version: SourceVersion | undefined,
): { current: ReadonlyMap<string, unknown>; stale: string[] } {
  const isStale = (key: string) => version !== undefined && version < versionOf(versions, key);
  return {
    current: new Map([...values].filter(([key]) => !isStale(key))),
    stale: [...values.keys()].filter(isStale),
  };
}

/**
 * What has to be kept of an arrival's version, besides the values: nothing without one. What was
 * refused was not said, so that an older value which fits still can be.
 */
export function versionsKept(
  standing: CrmStanding,
  version: SourceVersion | undefined,
  current: ReadonlyMap<string, unknown>,
  refused: readonly RefusedValue[],
): { expect: Expectation[]; entries: EntryDraft[] } {
  if (version === undefined) return { expect: [], entries: [] };
  const expect = [crmStandingAsLoaded(standing)];
  const unfit = new Set(refused.map(({ attribute }) => attribute));
  const advanced = [...current.keys()].filter(
    (key) => !unfit.has(key) && versionOf(standing.versions, key) < version,
  );
  if (advanced.length === 0) return { expect, entries: [] };
  const versions = Object.fromEntries(advanced.map((key) => [key, version]));
  const body = { contactId: standing.contactId, versions };
  return { expect, entries: [{ kind: 'crmStanding.versionsAdvanced', body }] };
}

function versionOf(versions: CrmStanding['versions'], key: string): SourceVersion {
  return Object.hasOwn(versions, key) ? (versions[key] ?? -1) : -1;
}
