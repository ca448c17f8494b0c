import { callApi, failureMessage } from '@/components/live/call-api';
import { toast } from '@/components/ui/toast';
import { offerUndo } from './offer-undo';

/**
 * Offers to take back what was done to a conversation, by the revision it was answered with. `what`
 * says what was done, in a toast at once, or, if that would only disturb, once it is undone.
 */
export function offerActUndo(
  { conversationId, revision }: { conversationId: string; revision: number },
  what: string,
  { quiet = false }: { quiet?: boolean } = {},
): void {
  async function undo() {
    try {
      await callApi('POST', `/conversations/${conversationId}/undo`, { revision });
      toast(`Undone: ${what}`);
    } catch (thrown) {
      toast.error(failureMessage(thrown));
    }
  }
  offerUndo(() => void undo(), quiet ? undefined : what);
}
