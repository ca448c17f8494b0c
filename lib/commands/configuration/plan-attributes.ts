import { isDeepStrictEqual } from 'node:util';
import type { ConfigurationDocument, ConfiguredAttribute } from '@/lib/desk/configuration';
import { changedAttribute, newAttribute, nextPosition } from '../attributes/decide-attribute';
import type { ConfigurationPlan } from './configuration-plan';
import { mentionedOrder } from './mentioned-order';

type Mentioned = NonNullable<ConfigurationDocument['attributes']>[number];

/** Attributes by key: new ones at the end, then all in the order that the document gives them. */
export function planAttributes(plan: ConfigurationPlan, mentioned: readonly Mentioned[]): void {
  plan.mayBeDisabled = new Set(
    mentioned.filter(({ enabled }) => enabled === false).map(({ key }) => key),
  );
  let position = nextPosition(plan.attributes);
  for (const [path, given] of plan.each('attributes', 'key', mentioned, ({ key }) => key)) {
    const before = plan.attributes.get(given.key);
    if (before) {
      plan.refuseOthers(path, before, given, ['format', 'manager']);
      const after = plan.at(path, () => changedAttribute(before, given));
      if (!after) continue;
      plan.attributes.set(after.key, after);
      plan.entries.push({ kind: 'attribute.changed', body: { before, after } });
    } else {
      if (!isWhole(plan, path, given)) continue;
      const made = plan.at(path, () => newAttribute(plan.attributes, given, position));
      if (!made) continue;
      position += 1;
      const after = { ...made, enabled: given.enabled ?? made.enabled };
      plan.attributes.set(after.key, after);
      plan.entries.push({ kind: 'attribute.created', body: { after } });
    }
  }
  reorder(
    plan,
    mentioned.map(({ key }) => key),
  );
}

function isWhole(
  plan: ConfigurationPlan,
  path: string,
  given: Mentioned,
): given is Mentioned & Omit<ConfiguredAttribute, 'enabled'> {
  return plan.hasAll(path, given, ['label', 'format', 'manager']);
}

function reorder(plan: ConfigurationPlan, mentioned: readonly string[]): void {
  const before = [...plan.attributes.values()]
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
  const after = mentionedOrder(before, mentioned);
  if (isDeepStrictEqual(before, after)) return;
  plan.entries.push({ kind: 'attributes.reordered', body: { before, after } });
  for (const [position, key] of after.entries()) {
    const attribute = plan.attributes.get(key);
    if (attribute) plan.attributes.set(key, { ...attribute, position });
  }
}
