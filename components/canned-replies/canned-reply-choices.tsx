'use client';

import Link from 'next/link';
import { type ReactNode, useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { ComboboxList } from '@/components/ui/combobox-list';
import type { FilledText } from '@/lib/attributes/placeholders';
import type { CannedReplyWire } from '@/lib/desk/wire';
import { beginningOf } from './known-facts';

type Read = { replies: CannedReplyWire[] } | { problem: string } | null;

/** The canned replies as they are now, each with its beginning as this customer would read it. */
export function CannedReplyChoices({
  fill,
  onChoose,
}: {
  fill: (text: string) => FilledText;
  onChoose: (text: string) => void;
}) {
  const [read, setRead] = useState<Read>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn reads again.
  useEffect(() => {
    const left = new AbortController();
    callApi<CannedReplyWire[]>('GET', '/canned-replies', undefined, left.signal).then(
      (replies) => setRead({ replies }),
      (thrown) => !left.signal.aborted && setRead({ problem: failureMessage(thrown) }),
    );
    return () => left.abort();
  }, [turn]);

  const replies = read && 'replies' in read ? read.replies : [];
  return (
    <ComboboxList
      value=""
      label="Canned replies"
      searchPlaceholder="Search canned replies"
      empty={emptyWords(read, () => setTurn(turn + 1))}
      options={replies.map(({ id, title, text }) => ({
        value: id,
        label: title,
        hint: beginningOf(fill(text).text),
        findBy: text,
      }))}
      onChoose={(chosen) => {
        const reply = replies.find(({ id }) => id === chosen);
        if (reply) onChoose(reply.text);
      }}
    />
  );
}

function emptyWords(read: Read, again: () => void): ReactNode {
  if (read === null) return 'Loading…';
  if ('problem' in read) {
    return (
      <>
        <p role="alert">{read.problem}</p>
        <Button size="sm" className="mt-3" onClick={again}>
          Try again
        </Button>
      </>
    );
  }
  return read.replies.length === 0 ? <NoneYet /> : 'Nothing found';
}

function NoneYet() {
  const mayWrite = useCatalogue().me.role !== 'agent';
  return (
    <>
      <p className="font-medium text-ink">No canned replies yet</p>
      <p className="mx-auto mt-1 max-w-72 text-pretty">
        Answers that are written again and again stand here, once a supervisor or an admin has
        written them.
      </p>
      {mayWrite && (
        <Button asChild size="sm" className="mt-3">
          <Link href="/settings/canned-replies">Write one</Link>
        </Button>
      )}
    </>
  );
}
