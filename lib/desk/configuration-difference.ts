import { isDeepStrictEqual } from 'node:util';
import { nameKey } from './checks';
import type { Configuration, ConfigurationDocument } from './configuration';
import {
  CONFIGURATION_PARTS,
  type ConfigurationChange,
  type ConfigurationDifference,
  type ConfigurationFieldChange,
  type ConfigurationPart,
  type ConfigurationPartDifference,
} from './wire-configuration';

/** A thing of the configuration, by what tells it from its like. */
type Thing = { key: string; name: string; fields: Map<string, unknown> };

/** The parts whose order means something. */
const ORDERED: ReadonlySet<ConfigurationPart> = new Set(['attributes', 'sharedViews']);

/**
 * What tells two configurations of one desk apart, and how much of the desk the document that
 * makes one of the other leaves as it is. Pure.
 */
export function configurationDifference(
  before: Configuration,
  after: Configuration,
  document: ConfigurationDocument,
): ConfigurationDifference {
  const parts = CONFIGURATION_PARTS.map((part) =>
    partDifference(part, thingsOf(part, before), thingsOf(part, after), thingsOf(part, document)),
  );
  const sum = (count: (part: ConfigurationPartDifference) => number) =>
    parts.reduce((total, part) => total + count(part), 0);
  const having = (change: ConfigurationChange['change']) =>
    sum(({ changes }) => changes.filter((one) => one.change === change).length);
  return {
    added: having('added'),
    changed: having('changed') + sum(({ order }) => (order ? 1 : 0)),
    unchanged: sum(({ unchanged }) => unchanged),
    unmentioned: sum(({ unmentioned }) => unmentioned),
    parts: parts.filter(({ part, changes }) => document[part] !== undefined || changes.length > 0),
  };
}

function partDifference(
  part: ConfigurationPart,
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
  mentioned: ReadonlyMap<string, Thing>,
): ConfigurationPartDifference {
  const changes = [...after.values()].flatMap(
    (thing) => changeOf(before.get(thing.key), thing) ?? [],
  );
  const changedKeys = new Set(changes.map(({ name }) => nameKey(name)));
  const unmentioned = [...before.keys()].filter((key) => !mentioned.has(key));
  return {
    part,
    changes,
    order: ORDERED.has(part) ? orderChange(before, after) : null,
    unchanged: [...mentioned.keys()].filter((key) => !changedKeys.has(key)).length,
    unmentioned: unmentioned.filter((key) => !changedKeys.has(key)).length,
  };
}

/** Null for one that is as it was. */
function changeOf(before: Thing | undefined, after: Thing): ConfigurationChange | null {
  const names = new Set([...(before?.fields.keys() ?? []), ...after.fields.keys()]);
  const fields = [...names].flatMap((field): ConfigurationFieldChange[] => {
    const [was, is] = [before?.fields.get(field) ?? null, after.fields.get(field) ?? null];
    return isDeepStrictEqual(was, is) ? [] : [{ field, before: was, after: is }];
  });
  if (before && fields.length === 0) return null;
  return { name: after.name, change: before ? 'changed' : 'added', fields };
}

/** The order among the things that were there; null if it stays. */
function orderChange(
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
): { before: string[]; after: string[] } | null {
  const remaining = [...after.values()].filter(({ key }) => before.has(key));
  const order = {
    before: [...before.values()].map(({ name }) => name),
    after: remaining.map(({ name }) => name),
  };
  const keys = [...before.keys()];
  const isSame = remaining.every(({ key }, at) => key === keys[at]);
  return isSame ? null : order;
}

function thingsOf(
  part: ConfigurationPart,
  configuration: Configuration | ConfigurationDocument,
): Map<string, Thing> {
  return new Map(thingsIn(part, configuration).map((thing) => [thing.key, thing]));
}

function thingsIn(
  part: ConfigurationPart,
  configuration: Configuration | ConfigurationDocument,
): Thing[] {
  switch (part) {
    case 'attributes':
      return (configuration.attributes ?? []).map((one) => thing(one.key, one, 'key'));
    case 'channels':
      return (configuration.channels ?? []).map(({ messenger, webhook, ...one }) =>
        // Field by field, so that one line of a messenger is one line of the difference.
        thing(one.key, { ...one, ...prefixed('messenger', messenger), webhook }, 'key'),
      );
    case 'segments':
      return (configuration.segments ?? []).map((one) => thing(one.name, one));
    case 'cannedReplies':
      return (configuration.cannedReplies ?? []).map((one) => thing(one.title, one));
    case 'sharedViews':
      return (configuration.sharedViews ?? []).map(({ filter, ...one }) =>
        thing(one.name, { ...one, ...prefixed('filter', filter) }),
      );
    case 'prioritization':
      return whole(
        part,
        configuration.prioritization && { segments: configuration.prioritization },
      );
    case 'settings':
      return whole(part, configuration.settings);
    case 'crm':
      return whole(part, configuration.crm);
  }
}

/** The things that there is one of. */
function whole(part: ConfigurationPart, fields: object | undefined): Thing[] {
  return fields ? [thing(part, fields)] : [];
}

function thing(name: string, fields: object, keyField?: string): Thing {
  const entries = Object.entries(fields).filter(
    ([field, value]) => field !== keyField && value !== undefined,
  );
  return { key: nameKey(name), name, fields: new Map(entries) };
}

function prefixed(prefix: string, fields: object | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([field, value]) => [`${prefix}.${field}`, value]),
  );
}
