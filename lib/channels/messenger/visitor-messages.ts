import type { Entry } from '@/lib/desk/entry';
import type { Attachment } from '@/lib/desk/facts';
import { isoTime } from '@/lib/desk/iso-time';
import type { SpokenMessage } from '@/lib/desk/store';
import type { VisitorMessage } from './protocol';
import type { VisitorTokens } from './visitor-tokens';

/** Where a messenger's files are, after the desk's address. */
export const FILES_PATH = '/messenger/files';

/**
 * The id under which a channel knows a visitor's message: what a browser makes up is unique among
 * one visitor's messages only, so that nobody can ask for another's.
 */
export function externalMessageIdOf(externalId: string, messageId: string): string {
  return `${externalId}:${messageId}`;
}

/** A message as its visitor reads it, with passes to its files. */
export async function visitorMessage(
  tokens: VisitorTokens,
  message: SpokenMessage,
  nowMs: number,
): Promise<VisitorMessage> {
  const files = message.attachments.map(async ({ id, name, type, bytes }: Attachment) => {
    const pass = await tokens.forFile(id, nowMs);
    return { name, type, bytes, url: `${FILES_PATH}/${id}?pass=${pass}` };
  });
  const isVisitors = message.kind === 'customer';
  return {
    id: message.id,
    from: isVisitors ? 'visitor' : 'desk',
    name: isVisitors ? null : message.authorName,
    text: message.text,
    files: await Promise.all(files),
    at: isoTime(message.at),
    sentAs: message.externalMessageId?.split(':').at(-1) ?? null,
  };
}

/** The message that an entry brings its visitor; null for one that is none of theirs to read. */
export function spokenIn(entry: Entry): SpokenMessage | null {
  const { at } = entry;
  switch (entry.kind) {
    case 'conversation.messageReceived':
      return {
        id: entry.body.messageId,
        kind: 'customer',
        text: entry.personal?.text ?? '',
        authorName: null,
        attachments: [],
        at,
        externalMessageId: entry.body.externalMessageId,
      };
    case 'conversation.replied':
      return {
        id: entry.body.messageId,
        kind: 'reply',
        text: entry.personal?.text ?? '',
        authorName: entry.actor.name,
        attachments: entry.personal?.attachments ?? [],
        at,
        externalMessageId: null,
      };
    default:
      return null;
  }
}
