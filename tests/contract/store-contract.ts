import { describe } from 'vitest';
import { describeAccess } from './access-contract';
import { describeCannedReplies } from './canned-reply-contract';
import { describeCatalogue } from './catalogue-contract';
import { describeChannels } from './channel-contract';
import { describeCommits } from './commit-contract';
import { describeContacts } from './contact-contract';
import { describeConversations } from './conversation-contract';
import { describeCrm } from './crm-contract';
import { describeDeliveries } from './delivery-contract';
import { describeDrafts } from './draft-contract';
import { describeForgetting } from './forgetting-contract';
import { describeHistory } from './history-contract';
import type { OpenStore } from './opened-store';
import { describeSavedViews } from './saved-view-contract';
import { describeSearch } from './search-contract';
import { describeSnapshots } from './snapshot-contract';
import { describeUnread } from './unread-contract';
import { describeUploads } from './upload-contract';
import { describeWebhooks } from './webhook-contract';

/** What every Store promises, whatever it keeps its rows in. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    describeCommits(open);
    describeCatalogue(open);
    describeChannels(open);
    describeCannedReplies(open);
    describeSavedViews(open);
    describeAccess(open);
    describeContacts(open);
    describeHistory(open);
    describeForgetting(open);
    describeConversations(open);
    describeCrm(open);
    describeDrafts(open);
    describeSearch(open);
    describeUploads(open);
    describeUnread(open);
    describeWebhooks(open);
    describeDeliveries(open);
    describeSnapshots(open);
  });
}
