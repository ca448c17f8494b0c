'use client';

import { useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { writeValues } from '@/components/live/conversation-calls';
import { useConversation } from '@/components/live/conversation-live';
import { offerActUndo } from '@/components/shortcuts/offer-act-undo';
import { valueText } from '@/components/workspace/value-text';
import type { Scalar } from '@/lib/attributes/attribute';
import { isEmptyValue } from '@/lib/attributes/formats';
import type { AttributeWire, ConversationDetail } from '@/lib/desk/wire';

/**
 * Sets a value of the contact by hand; null clears it. `save` resolves to what was wrong, or null
 * once the pane shows the value; a toast then offers to undo it.
 */
export function useValueWrite() {
  const { detail, settle } = useConversation();
  const { conversationId } = detail.header;
  const [saving, setSaving] = useState(false);

  async function save(attribute: AttributeWire, value: Scalar | null): Promise<string | null> {
    setSaving(true);
    try {
      const { revision } = await writeValues(conversationId, { [attribute.key]: value });
      await settle((held) => heldValue(held, attribute.key) === value);
      offerActUndo({ conversationId, revision }, said(attribute, value));
      return null;
    } catch (thrown) {
      return failureMessage(thrown);
    } finally {
      setSaving(false);
    }
  }

  return { save, saving };
}

function heldValue(detail: ConversationDetail, key: string): Scalar | null {
  const value = detail.values.find(({ attribute }) => attribute === key)?.value;
  return value === undefined || isEmptyValue(value) ? null : value;
}

function said({ label, format }: AttributeWire, value: Scalar | null): string {
  if (value === null) return `${label} cleared`;
  const text = valueText(value, format);
  return `${label} is now ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}
