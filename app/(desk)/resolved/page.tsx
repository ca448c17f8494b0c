import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { ResolvedList } from '@/components/queue/resolved-list';
import { readResolved } from '@/lib/desk/reads/resolved';

export const metadata: Metadata = { title: 'Resolved' };

const PAGE_ROWS = 50;

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ResolvedPage({ searchParams }: { searchParams: Search }) {
  const { desk, caller } = await signedIn();
  const page = pageNumber((await searchParams).page);
  const { total, entries } = await readResolved(
    { desk, caller },
    { offset: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS },
  );
  const channels = desk.memory.channels;
  return (
    <ResolvedList
      entries={entries}
      total={total}
      page={page}
      pages={Math.max(1, Math.ceil(total / PAGE_ROWS))}
      labelOf={(channel) => channels.get(channel)?.label ?? channel}
    />
  );
}

/** From 1; what is not a page is the first. */
function pageNumber(page: string | string[] | undefined): number {
  return typeof page === 'string' && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1;
}
