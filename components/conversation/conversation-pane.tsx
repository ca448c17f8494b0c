'use client';

import { useRef, useState } from 'react';
import { ContactAside } from '@/components/contact/contact-aside';
import { keptPanel } from '@/components/contact/kept-panel';
import { ConversationProvider, useConversation } from '@/components/live/conversation-live';
import { useDraft } from '@/components/live/use-drafts';
import { useLookingAt } from '@/components/live/use-presence';
import { useKept } from '@/components/ui/kept-state';
import { late, useLate } from '@/components/ui/late';
import type { ConversationDetail, DraftWire } from '@/lib/desk/wire';
import { Composer } from './composer';
import { ConversationGone } from './conversation-gone';
import { ConversationHeader } from './conversation-header';
import { DraftNotice } from './draft-notice';
import { MessageList } from './message-list';
import { StaleBanner } from './stale-banner';
import type { Unsent } from './unsent';
import { useAttaching } from './use-attaching';
import { useOutbox } from './use-outbox';
import { usePaneKeys } from './use-pane-keys';

const lateSheet = late(() => import('@/components/contact/contact-sheet'));

/** One conversation and its contact, live from what the server rendered. */
export function ConversationPane({
  initial,
  initialDraft,
}: {
  initial: ConversationDetail;
  initialDraft: DraftWire | null;
}) {
  return (
    <ConversationProvider key={initial.header.conversationId} initial={initial}>
      <PaneOrGone initialDraft={initialDraft} />
    </ConversationProvider>
  );
}

function PaneOrGone({ initialDraft }: { initialDraft: DraftWire | null }) {
  const { isGone } = useConversation();
  return isGone ? <ConversationGone /> : <Pane initialDraft={initialDraft} />;
}

function Pane({ initialDraft }: { initialDraft: DraftWire | null }) {
  const { header, messages } = useConversation().detail;
  const last = messages.at(-1)?.id ?? null;
  useLookingAt(header.conversationId);
  const outbox = useOutbox();
  const draft = useDraft(header.conversationId, initialDraft);
  const files = useAttaching(header.conversationId);
  const [panel, changePanel] = useKept(keptPanel, 'contact');
  const [sheetOpen, setSheetOpen] = useState(false);
  const sheet = useLate(lateSheet, sheetOpen);
  const text = useRef<HTMLTextAreaElement>(null);

  function write(mode: 'reply' | 'note') {
    draft.write((now) => ({ ...now, mode }));
    text.current?.focus();
  }

  const onKeyDown = usePaneKeys({ conversationId: header.conversationId, write });

  function decideOn(which: () => void) {
    which();
    text.current?.focus();
  }

  /** What was not sent goes in front of what is being written; neither is lost. */
  function edit(unsent: Unsent) {
    outbox.takeBack(unsent);
    files.putBack(unsent.attachments);
    draft.write((now) => ({
      ...now,
      mode: unsent.kind,
      after: unsent.kind === 'reply' ? (now.after ?? last) : now.after,
      [unsent.kind]: [unsent.text, now[unsent.kind]].filter((part) => part !== '').join('\n\n'),
    }));
    text.current?.focus();
  }

  return (
    <section
      aria-label={`Conversation with ${header.contact.name}`}
      className="flex h-full min-h-0 w-full min-w-0 flex-1"
      onKeyDown={onKeyDown}
      onBlur={draft.flush}
    >
      <div className="flex min-w-0 flex-1 flex-col bg-canvas">
        <ConversationHeader
          panelShown={panel.shown}
          onTogglePanel={() => changePanel((now) => ({ shown: !now.shown }))}
          onOpenSheet={() => setSheetOpen(true)}
        />
        <StaleBanner />
        <MessageList outbox={outbox} onEdit={edit} />
        <Composer
          draft={draft.draft}
          onDraft={draft.write}
          files={files}
          send={outbox.send}
          textRef={text}
        >
          <DraftNotice
            elsewhere={draft.elsewhere}
            problem={draft.problem}
            onTake={() => decideOn(draft.takeElsewhere)}
            onKeep={() => decideOn(draft.keepOwn)}
          />
        </Composer>
      </div>
      {panel.shown && <ContactAside />}
      {sheet && <sheet.ContactSheet open={sheetOpen} onOpenChange={setSheetOpen} />}
    </section>
  );
}
