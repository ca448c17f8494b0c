import { isDeepStrictEqual } from 'node:util';
import { nameKey } from '@/lib/desk/checks';
import type { ConfigurationDocument } from '@/lib/desk/configuration';
import { checkCondition } from '@/lib/segments/check-segment';
import { MAX_SEGMENTS, type Segment, VIP_SEGMENT } from '@/lib/segments/segment';
import { decideSegment, definition } from '../segments/decide-segment';
import { type ConfigurationPlan, saysNothingNew } from './configuration-plan';

type Mentioned = NonNullable<ConfigurationDocument['segments']>[number];

/** Segments by name, whatever its case. One that is renamed is another: the first stays as it is. */
export function planSegments(plan: ConfigurationPlan, mentioned: readonly Mentioned[]): void {
  const byName = segmentsByName(plan);
  const { attributes, newId, mayBeDisabled } = plan;
  for (const [path, given] of plan.each('segments', 'name', mentioned, (one) =>
    nameKey(one.name),
  )) {
    const before = byName.get(nameKey(given.name)) ?? null;
    if (before && saysNothingNew(before, given)) continue;
    if (before?.id === VIP_SEGMENT.id) {
      plan.refuse(path, 'VIP is built in and cannot be edited.');
      continue;
    }
    if (!before && plan.segments.size >= MAX_SEGMENTS) {
      plan.refuse(path, `A desk has at most ${MAX_SEGMENTS} segments.`);
      continue;
    }
    if (!conditionsFit(plan, path, given, mayBeDisabled)) continue;
    const after = plan.at(path, () =>
      decideSegment({ attributes, before, given, newId, mayBeDisabled }),
    );
    if (!after || (before && isDeepStrictEqual(definition(before), after))) continue;
    plan.segments.set(after.id, after);
    plan.entries.push({
      kind: 'segment.saved',
      body: { before: before && definition(before), after },
    });
  }
}

/** The whole list: a segment that it does not name is high-priority no longer. */
export function planPrioritization(plan: ConfigurationPlan, names: readonly string[]): void {
  const byName = segmentsByName(plan);
  const wanted = new Set<string>();
  for (const [path, name] of plan.each('prioritization', '', names, nameKey)) {
    const segment = byName.get(nameKey(name));
    if (segment) wanted.add(segment.id);
    else plan.refuse(path, 'There is no segment of this name, here or in the document.');
  }
  const before = plan.highPriority;
  const staying = before.filter((id) => wanted.has(id));
  const after = [...new Set([...staying, ...wanted])];
  if (after.length === before.length && staying.length === before.length) return;
  plan.highPriority = after;
  plan.entries.push({ kind: 'prioritization.changed', body: { before: [...before], after } });
}

/** Whether each condition fits; every one that does not is told. */
function conditionsFit(
  plan: ConfigurationPlan,
  path: string,
  { conditions = [] }: Mentioned,
  keepDisabled: ReadonlySet<string>,
): boolean {
  const checks = conditions.map((condition) =>
    checkCondition(condition, plan.attributes, { keepDisabled }),
  );
  for (const [place, checked] of checks.entries()) {
    if (!checked.ok) plan.refuse(`${path}.conditions.${place}.${checked.field}`, checked.message);
  }
  return checks.every(({ ok }) => ok);
}

function segmentsByName({ segments }: ConfigurationPlan): Map<string, Segment> {
  return new Map([...segments.values()].map((segment) => [nameKey(segment.name), segment]));
}
