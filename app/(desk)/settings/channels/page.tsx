import type { Metadata } from 'next';
import { connection } from 'next/server';
import { ChannelList } from '@/components/channels/channel-list';
import { CreateChannelButton } from '@/components/channels/create-channel-button';
import { PageHeader } from '@/components/shell/page-header';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';

export const metadata: Metadata = { title: 'Channels' };

export default async function ChannelsPage() {
  await connection();
  return (
    <>
      <PageHeader title="Channels" action={<CreateChannelButton />}>
        Where customers write in. A program posts their messages with an API token of scope ingest,
        or another service calls, signed.
      </PageHeader>
      <ReadOnlyNote what="channels" />
      <ChannelList />
    </>
  );
}
