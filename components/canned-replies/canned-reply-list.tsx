'use client';

import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { counted } from '@/components/workspace/counted';
import { FindField, holdsWords } from '@/components/workspace/find-field';
import { ListFrame, ListHead } from '@/components/workspace/list-frame';
import type { CannedReplyWire } from '@/lib/desk/wire';
import { CANNED_REPLY_COLUMNS, CannedReplyRow } from './canned-reply-row';
import { NewCannedReplyButton } from './new-canned-reply-button';

/** All canned replies, by title; found by what stands in their titles and texts. */
export function CannedReplyList({ replies }: { replies: CannedReplyWire[] }) {
  const [sought, setSought] = useState('');
  const found = replies.filter(({ title, text }) => holdsWords(`${title} ${text}`, sought));
  if (replies.length === 0) {
    return (
      <ListFrame>
        <EmptyState
          icon={<MessageSquareText />}
          title="No canned replies yet"
          action={<NewCannedReplyButton />}
        >
          Write down what you answer again and again. Agents put it into a reply with / and the
          customer’s own name, order or status is filled in.
        </EmptyState>
      </ListFrame>
    );
  }
  return (
    <>
      <FindField
        label="Find canned replies"
        value={sought}
        onChange={setSought}
        found={`${counted(found.length, 'canned reply', 'canned replies')} found`}
      />
      <ListFrame>
        <ListHead columns={CANNED_REPLY_COLUMNS}>
          <span>Canned reply</span>
          <span>Changed</span>
        </ListHead>
        <ul aria-label="Canned replies">
          {found.map((reply) => (
            <CannedReplyRow key={reply.id} reply={reply} />
          ))}
        </ul>
        {found.length === 0 && (
          <EmptyState
            title={`No canned reply says “${sought.trim()}”`}
            action={<Button onClick={() => setSought('')}>Show all</Button>}
          />
        )}
      </ListFrame>
    </>
  );
}
