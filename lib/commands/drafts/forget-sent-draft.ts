import type { Ctx } from '@/lib/desk/context';

/**
 * Takes what was just sent out of the caller's draft there, so that no screen of theirs offers to
 * send it again; what they have written since stays.
 */
export async function forgetSentDraft(
  { desk, caller }: Ctx,
  sent: { conversationId: string; kind: 'reply' | 'note'; text: string },
): Promise<void> {
  if (caller.kind !== 'person') return;
  const draft = await desk.store.draft(caller.id, sent.conversationId);
  if (draft?.[sent.kind].trim() !== sent.text.trim()) return;
  const left = sent.kind === 'reply' ? { reply: '', after: null } : { note: '' };
  const writtenAt = Math.max(desk.now(), draft.writtenAt + 1);
  await desk.drafts.keep({ ...draft, ...left, mode: 'reply', writtenAt });
}
