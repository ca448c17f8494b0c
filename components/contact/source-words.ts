import type { Manager } from '@/lib/attributes/attribute';

/** Where a value came from, in the middle of a sentence. */
export const sourceWords: Record<Manager, string> = {
  agent: 'by hand',
  channel: 'from the channel',
  crm: 'from the CRM',
};
