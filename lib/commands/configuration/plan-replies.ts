import { MAX_CANNED_REPLIES, nameKey } from '@/lib/desk/checks';
import type { ConfigurationDocument } from '@/lib/desk/configuration';
import { decideCannedReply, definition } from '../canned-replies/decide-canned-reply';
import { type ConfigurationPlan, saysNothingNew } from './configuration-plan';

type Mentioned = NonNullable<ConfigurationDocument['cannedReplies']>[number];

/** Canned replies by title, whatever its case. */
export function planCannedReplies(plan: ConfigurationPlan, mentioned: readonly Mentioned[]): void {
  const byTitle = new Map(plan.kept.cannedReplies.map((one) => [nameKey(one.title), one]));
  const { attributes, newId, mayBeDisabled } = plan;
  for (const [path, given] of plan.each('cannedReplies', 'title', mentioned, (one) =>
    nameKey(one.title),
  )) {
    const before = byTitle.get(nameKey(given.title)) ?? null;
    if (before && saysNothingNew(before, given)) continue;
    if (!before && plan.cannedReplies.length >= MAX_CANNED_REPLIES) {
      plan.refuse(path, `A desk has at most ${MAX_CANNED_REPLIES} canned replies.`);
      continue;
    }
    const after = plan.at(path, () =>
      decideCannedReply({ attributes, before, given, newId, mayBeDisabled }),
    );
    if (!after || (before && saysNothingNew(before, after))) continue;
    plan.cannedReplies = [...plan.cannedReplies.filter(({ id }) => id !== after.id), after];
    plan.expect.push({ kind: 'cannedReply', id: after.id, revision: before?.revision ?? 0 });
    plan.entries.push({
      kind: 'cannedReply.saved',
      body: { before: before && definition(before), after },
    });
  }
}
