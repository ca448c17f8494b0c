import fc from 'fast-check';
import { type Attribute, MANAGERS } from '@/lib/attributes/attribute';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';
import { JOINS } from '@/lib/segments/segment';
import { conditionsOn, valuesOf } from '../segments/arbitraries';

/** Attributes that a desk may have besides the standard ones, one of each kind of their own. */
export const OWN_ATTRIBUTES: readonly Attribute[] = (
  [
    ['plan', 'text', 'crm'],
    ['seats', 'number', 'agent'],
    ['renewal', 'date', 'agent'],
    ['blocked', 'boolean', 'channel'],
  ] as const
).map(([key, format, manager], index) => ({
  key,
  label: key,
  format,
  manager,
  enabled: true,
  standard: false,
  position: STANDARD_ATTRIBUTES.length + index,
}));

const ATTRIBUTES = [...STANDARD_ATTRIBUTES, ...OWN_ATTRIBUTES];

/** What can happen to a desk, the usual more often than the rare. */
export const VERBS = [
  'message',
  'message',
  'message',
  'message',
  'values',
  'values',
  'values',
  'conversationValues',
  'saveSegment',
  'saveSegment',
  'editSegment',
  'deleteSegment',
  'toggle',
  'toggle',
  'prioritize',
  'enable',
  'createAttribute',
  'deleteAttribute',
  'timeZone',
  'claim',
  'takeNext',
  'release',
  'assign',
  'reply',
  'note',
  'status',
  'boomerang',
  'boomerang',
  'undo',
  'skip',
  'skip',
  'undo',
  'timePasses',
  'timePasses',
  'autoResolve',
  'cannedReply',
  'savedView',
  'rename',
  'forget',
  'flush',
  'rejoin',
] as const;

const picks = fc.nat(1_000);
const withValue = (attribute: Attribute) =>
  fc.record({ attribute: fc.constant(attribute), value: valuesOf(attribute) });

/** Values that one manager may write, VIP often among them. */
const written = fc.constantFrom(...MANAGERS).chain((manager) => {
  const own = ATTRIBUTES.filter((attribute) => attribute.manager === manager);
  const [first] = own;
  const usual = first ? [first, first, first] : [];
  return fc.array(fc.constantFrom(...usual, ...own).chain(withValue), {
    minLength: 1,
    maxLength: 2,
  });
});

/** One step: what happens, and picks that become things of the desk when it does. */
export const steps = fc.record({
  verb: fc.constantFrom(...VERBS),
  first: picks,
  second: picks,
  third: picks,
  written,
  join: fc.constantFrom(...JOINS),
  conditions: fc.array(fc.constantFrom(...ATTRIBUTES).chain(conditionsOn), {
    minLength: 1,
    maxLength: 3,
  }),
});
export type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;
