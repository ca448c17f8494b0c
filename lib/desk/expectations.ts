import type { CrmStanding } from './crm';
import type { Contact, Conversation } from './facts';
import type { Memory } from './memory';
import type { CannedReplyRow, Expectation, SavedViewRow } from './store';
import type { ChannelMappingRow, EndpointRow } from './webhook-store';

/** The expectation that nothing of the catalogue has changed since memory's revision of it. */
export function catalogueAsInMemory(memory: Memory): Expectation {
  return { kind: 'catalogue', revision: memory.catalogueRevision };
}

export function contactAsLoaded({ id, revision }: Contact): Expectation {
  return { kind: 'contact', id, revision };
}

export function conversationAsLoaded({ id, revision }: Conversation): Expectation {
  return { kind: 'conversation', id, revision };
}

export function cannedReplyAsLoaded({ id, revision }: CannedReplyRow): Expectation {
  return { kind: 'cannedReply', id, revision };
}

export function savedViewAsLoaded({ id, revision }: SavedViewRow): Expectation {
  return { kind: 'savedView', id, revision };
}

export function crmStandingAsLoaded({ contactId, revision }: CrmStanding): Expectation {
  return { kind: 'crmStanding', id: contactId, revision };
}

/** The expectation that a channel's mapping is what it was when it was read, or is still missing. */
export function channelMappingAsLoaded(
  channel: string,
  row: ChannelMappingRow | null,
): Expectation {
  return { kind: 'channelMapping', id: channel, revision: row?.revision ?? 0 };
}

export function endpointAsLoaded({ id, revision }: EndpointRow): Expectation {
  return { kind: 'endpoint', id, revision };
}
