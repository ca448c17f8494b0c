import { saveCannedReply } from '@/lib/commands/canned-replies/save-canned-reply';
import type { Ctx } from '@/lib/desk/context';

const CANNED_REPLIES: readonly { title: string; text: string }[] = [
  {
    title: 'Ask for the order number',
    text: `Hello {{name|there}},

Could you send me the order number? It stands in the confirmation we mailed to {{email|you}}, and begins with two letters.

{{my_name}}`,
  },
  {
    title: 'Delivery is on its way',
    text: `Hello {{name|there}},

Your order has left our warehouse and is on its way to {{country|you}}. The carrier will write to you on the day it arrives.

{{my_name}}`,
  },
  {
    title: 'Refund is made',
    text: `Hello {{name|there}},

We have refunded you today. It takes three to five working days until your bank shows it.

Kind regards,
{{my_name}}`,
  },
  {
    title: 'Thanks to a loyal customer',
    text: `Hello {{name|there}},

You have been with us since {{customer_since}}, and your status is {{loyalty_status}}: thank you. I am taking care of this myself.

{{my_name}}`,
  },
  {
    title: 'Which page does not work',
    text: `Thank you for telling us, {{name|and sorry}}. I am looking at {{page_url|the page}} now. Which browser do you use, and what happens when you try again?

{{my_name}}`,
  },
];

/** Writes what the demo's team answers again and again, each at its own moment. */
export async function seedCannedReplies(ctx: Ctx, tick: () => void): Promise<void> {
  for (const input of CANNED_REPLIES) {
    tick();
    await saveCannedReply({ ctx, input });
  }
}
