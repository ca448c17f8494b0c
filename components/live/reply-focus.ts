/** The conversation in which to write as soon as its pane is there. */
let wanted: string | null = null;
const panes = new Set<() => void>();

/** Puts the cursor in the reply of the conversation, now or when its pane opens. */
export function focusReply(conversationId: string): void {
  wanted = conversationId;
  for (const look of panes) look();
}

/** Whether a pane is on its way: letters typed now belong to its reply, and are no commands. */
export function replyFocusIsDue(): boolean {
  return wanted !== null;
}

/** The pane that was on its way does not come: letters are commands again. */
export function letReplyGo(): void {
  wanted = null;
}

/** Calls `focus` once the conversation is the wanted one; returns how to stop looking. */
export function onReplyWanted(conversationId: string, focus: () => void): () => void {
  const look = () => {
    if (wanted !== conversationId) return;
    wanted = null;
    focus();
  };
  panes.add(look);
  look();
  return () => panes.delete(look);
}
