'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useStepKeys } from '@/components/shortcuts/use-step-keys';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Spinner } from '@/components/ui/spinner';
import { SearchFilters } from './search-filters';
import { SearchRow } from './search-row';
import { SearchEmpty, SearchFailed, SearchLoading, SearchNothing } from './search-states';
import { useSearch } from './use-search';
import { EVERYWHERE, useSearchAddress } from './use-search-address';

const PAGE = 50;
const MOST = 200;

/** Search over everything the desk knows, as one types. */
export function SearchScreen() {
  const { address, setAddress, isFiltered, query } = useSearchAddress();
  const [shown, setShown] = useState({ query, limit: PAGE });
  const limit = shown.query === query ? shown.limit : PAGE;
  const { answer, failure, isBusy, retry } = useSearch(query, limit);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
  function step(by: number) {
    const all = rows();
    const { activeElement } = document;
    const place = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1;
    if (place + by < 0) field.current?.focus();
    else all[Math.min(place + by, all.length - 1)]?.focus();
  }
  useStepKeys(step);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = event.target === field.current;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp' && !inField) step(-1);
    else if (event.key === 'Enter' && inField) rows()[0]?.click();
    else if (event.key === 'Escape' && inField) void setAddress({ q: null });
    else if (event.key === 'Escape' && list.current?.contains(document.activeElement))
      field.current?.focus();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from the field into the list.
    <div
      className="mx-auto flex min-h-full w-full max-w-4xl flex-col px-4 py-6 md:px-8"
      onKeyDown={onKeyDown}
    >
      <h1 className="mb-4 font-semibold text-xl tracking-[-0.015em]">Search</h1>
      <search className="mb-4 flex flex-col gap-2">
        <div className="relative">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
          />
          <Input
            ref={field}
            type="search"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            dir="auto"
            aria-label="Search contacts, messages and notes"
            placeholder="Search contacts, messages and notes"
            className="h-10 w-full pr-9 pl-9 text-base [&::-webkit-search-cancel-button]:hidden"
            value={address.q}
            onChange={(event) => void setAddress({ q: event.target.value || null })}
          />
          {isBusy && (
            <Spinner className="absolute top-1/2 right-3 -mt-[7px] animate-spin text-ink-faint" />
          )}
        </div>
        <SearchFilters address={address} setAddress={setAddress} />
      </search>
      <p role="status" className="mb-2 min-h-5 text-ink-muted text-xs tabular-nums">
        {failure === null && answer && countWords(answer)}
      </p>
      {query === null ? (
        <SearchEmpty onExample={(q) => void setAddress({ q }).then(() => field.current?.focus())} />
      ) : failure !== null ? (
        <SearchFailed failure={failure} onRetry={retry} />
      ) : answer === null ? (
        <SearchLoading />
      ) : answer.hits.length === 0 ? (
        <SearchNothing isFiltered={isFiltered} onClear={() => void setAddress(EVERYWHERE)} />
      ) : (
        <ul
          ref={list}
          aria-label="Found"
          aria-busy={isBusy}
          className="overflow-hidden rounded-lg border border-line bg-panel"
        >
          {answer.hits.map((hit) => (
            <li
              key={hit.messageId ?? hit.contact.id}
              className="border-line border-b last:border-b-0"
            >
              <SearchRow hit={hit} />
            </li>
          ))}
        </ul>
      )}
      {answer && failure === null && answer.hits.length < answer.total && (
        <div className="mt-4 flex justify-center">
          {limit < MOST ? (
            <Button busy={isBusy} onClick={() => setShown({ query, limit: limit * 2 })}>
              Show more
            </Button>
          ) : (
            <p className="text-ink-muted">One more word finds less.</p>
          )}
        </div>
      )}
    </div>
  );
}

function countWords({
  total,
  complete,
  indexed,
}: {
  total: number;
  complete: boolean;
  indexed: number;
}): string {
  const found = total === 0 ? '' : `${total.toLocaleString('en')}${complete ? '' : '+'} found`;
  if (indexed === 1) return found;
  const part = `${Math.floor(indexed * 100)} % of the desk can be searched yet; the rest is being prepared.`;
  return found === '' ? part : `${found}. ${part}`;
}
