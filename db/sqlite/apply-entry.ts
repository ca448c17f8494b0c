import type { EntryDraft } from '@/lib/desk/entry';
import { prepareAccessWrites } from './apply-access';
import { prepareCannedReplyWrites } from './apply-canned-replies';
import {
  prepareAttributeWrites,
  prepareSegmentWrites,
  prepareSettingsWrites,
} from './apply-catalogue';
import { prepareChannelWrites } from './apply-channels';
import { prepareContactWrites } from './apply-contacts';
import { prepareConversationWrites } from './apply-conversations';
import { prepareCrmWrites } from './apply-crm';
import { prepareForgetting } from './apply-forgotten';
import { prepareSavedViewWrites } from './apply-saved-views';
import type { Database } from './open-database';
import { prepareWebhookWrites } from './webhooks';
import type { Written } from './written';

/** Turns each kind of entry into row writes: the only way rows ever change. */
export function prepareApply(db: Database) {
  const toAttributes = prepareAttributeWrites(db);
  const toSegments = prepareSegmentWrites(db);
  const toSettings = prepareSettingsWrites(db);
  const toChannels = prepareChannelWrites(db);
  const toCannedReplies = prepareCannedReplyWrites(db);
  const toSavedViews = prepareSavedViewWrites(db);
  const toAccess = prepareAccessWrites(db);
  const toWebhooks = prepareWebhookWrites(db);
  const toContacts = prepareContactWrites(db);
  const forgetContact = prepareForgetting(db);
  const toConversations = prepareConversationWrites(db);
  const toCrm = prepareCrmWrites(db);

  return (draft: EntryDraft, written: Written): void => {
    switch (draft.kind) {
      case 'attribute.created':
      case 'attribute.changed':
      case 'attribute.deleted':
      case 'attributes.reordered':
        toAttributes(draft);
        break;
      case 'segment.saved':
      case 'segment.deleted':
        toSegments(draft, written);
        break;
      case 'prioritization.changed':
      case 'settings.changed':
      case 'crmConnection.saved':
        toSettings(draft, written);
        break;
      case 'cannedReply.saved':
      case 'cannedReply.deleted':
        toCannedReplies(draft, written);
        break;
      case 'savedView.saved':
      case 'savedView.deleted':
      case 'savedViews.reordered':
        toSavedViews(draft, written);
        break;
      case 'channel.created':
      case 'messenger.saved':
      case 'signingSecret.created':
      case 'signingSecret.retired':
        toChannels(draft, written);
        break;
      case 'channelMapping.saved':
      case 'webhook.received':
      case 'endpoint.saved':
      case 'endpoint.deleted':
        toWebhooks(draft, written);
        break;
      case 'person.saved':
      case 'token.created':
      case 'token.revoked':
      case 'invitation.created':
      case 'invitation.used':
        toAccess(draft);
        break;
      case 'contact.forgotten':
        forgetContact(draft);
        break;
      case 'contact.created':
      case 'contact.attributesChanged':
        toContacts(draft, written);
        break;
      case 'crmStanding.versionsAdvanced':
      case 'crmLookup.asked':
      case 'crmLookup.answered':
      case 'crmLookup.failed':
      case 'crmPush.received':
        toCrm(draft, written);
        break;
      case 'conversation.opened':
      case 'conversation.reopened':
      case 'conversation.messageReceived':
      case 'conversation.replied':
      case 'conversation.noted':
      case 'conversation.claimed':
      case 'conversation.released':
      case 'conversation.skipped':
      case 'conversation.assigned':
      case 'conversation.statusChanged':
      case 'conversation.boomeranged':
      case 'conversation.cameBack':
      case 'conversation.undone':
        toConversations(draft, written);
        break;
      default:
        draft satisfies never;
    }
  };
}
