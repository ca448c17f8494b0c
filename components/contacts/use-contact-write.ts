'use client';

import { callApi, failureMessage } from '@/components/live/call-api';
import { offerUndo } from '@/components/shortcuts/offer-undo';
import { toast } from '@/components/ui/toast';
import { valueText } from '@/components/workspace/value-text';
import type { Scalar } from '@/lib/attributes/attribute';
import type { AttributeWire } from '@/lib/desk/wire';

/**
 * How a value of a contact is set by hand, on a page without a conversation; a toast then offers to
 * undo it. `refresh` reads the contact again.
 */
export function useContactWrite(contactId: string, refresh: () => Promise<void>) {
  const path = `/contacts/by-id/${contactId}`;

  async function undo(revision: number, what: string) {
    try {
      await callApi('POST', `${path}/undo`, { revision });
      toast(`Undone: ${what}`);
    } catch (thrown) {
      toast.error(failureMessage(thrown));
    }
  }

  return async (attribute: AttributeWire, value: Scalar | null): Promise<string | null> => {
    try {
      const body = { values: { [attribute.key]: value } };
      const { revision } = await callApi<{ revision: number }>('PATCH', `${path}/attributes`, body);
      await refresh();
      const what =
        value === null
          ? `${attribute.label} cleared`
          : `${attribute.label} is now ${shortly(valueText(value, attribute.format))}`;
      offerUndo(() => void undo(revision, what), what);
      return null;
    } catch (thrown) {
      return failureMessage(thrown);
    }
  };
}

function shortly(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
