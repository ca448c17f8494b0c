import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { SYSTEM } from './context';
import type { Desk } from './desk';
import type { EntryDraft } from './entry';
import { API_CHANNEL } from './facts';

/**
 * What every desk has from its first moment: the standard attributes, the VIP segment, the
 * channel `api`. Does nothing on a desk that has entries already.
 */
export async function layFoundation(desk: Desk): Promise<void> {
  if (desk.memory.revision > 0) return;
  const entries: EntryDraft[] = [
    ...STANDARD_ATTRIBUTES.map(
      (attribute): EntryDraft => ({
        kind: 'attribute.created',
        body: { after: attribute },
      }),
    ),
    { kind: 'segment.saved', body: { before: null, after: VIP_SEGMENT } },
    { kind: 'channel.created', body: { after: API_CHANNEL } },
  ];
  await desk.commit({
    actor: SYSTEM,
    cause: 'layFoundation',
    expect: [{ kind: 'catalogue', revision: 0 }],
    entries,
  });
}
