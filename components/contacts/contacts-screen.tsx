'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, useRef } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { useStepKeys } from '@/components/shortcuts/use-step-keys';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Spinner } from '@/components/ui/spinner';
import { ContactFilters } from './contact-filters';
import { ContactListRow } from './contact-list-row';
import { ContactsFailed, ContactsLoading, ContactsNothing } from './contacts-states';
import { foundWords } from './found-words';
import { type AskedContacts, useContactsAddress } from './use-contacts-address';
import { useFoundContacts } from './use-found-contacts';

const NO_FILTER = { q: null, segment: null, where: null } as const;

/** Everybody the desk knows: found by words, by segment and by what is known of them. */
export function ContactsScreen() {
  const { address, setAddress, isFiltered, asked } = useContactsAddress();
  const { found, rows, failure, isBusy, isTurning, showMore, retry } = useFoundContacts(asked);
  const { channels, me } = useCatalogue();
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const labelOf = (channel: string) =>
    channels.find(({ key }) => key === channel)?.label ?? channel;

  function step(by: number) {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-contact]') ?? [])];
    const { activeElement } = document;
    const place = activeElement instanceof HTMLElement ? links.indexOf(activeElement) : -1;
    if (place + by < 0) field.current?.focus();
    else links[Math.min(place + by, links.length - 1)]?.focus();
  }
  useStepKeys(step);
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const inList = list.current?.contains(document.activeElement);
    if (event.target !== field.current && !inList) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp' && inList) step(-1);
    else if (event.key === 'Escape' && inList) field.current?.focus();
    else if (event.key === 'Escape') void setAddress({ q: null });
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from the field into the list.
    <div
      className="mx-auto flex min-h-full w-full max-w-4xl flex-col px-4 py-6 md:px-8"
      onKeyDown={onKeyDown}
    >
      <header className="mb-4 flex items-center gap-3">
        <h1 className="flex-1 font-semibold text-xl tracking-[-0.015em]">Contacts</h1>
        {me.role !== 'agent' && (
          <>
            <Button asChild>
              <Link href="/contacts/import" prefetch={false}>
                Import
              </Link>
            </Button>
            <Button asChild>
              <a href={`/api/v1/contacts/export${exportQuery(asked)}`} download="contacts.csv">
                Export
              </a>
            </Button>
          </>
        )}
      </header>
      <search className="mb-4 flex flex-col gap-2">
        <div className="relative">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
          />
          <Input
            ref={field}
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            dir="auto"
            aria-label="Search contacts"
            placeholder="Name, phone, e-mail, anything known"
            className="h-10 w-full pr-9 pl-9 text-base [&::-webkit-search-cancel-button]:hidden"
            value={address.q}
            onChange={(event) => void setAddress({ q: event.target.value || null })}
          />
          {isBusy && (
            <Spinner className="absolute top-1/2 right-3 -mt-[7px] animate-spin text-ink-faint" />
          )}
        </div>
        <ContactFilters address={address} setAddress={setAddress} />
      </search>
      <p role="status" className="mb-2 min-h-5 text-ink-muted text-xs tabular-nums">
        {failure === null && found && foundWords(found, isFiltered)}
      </p>
      {failure !== null ? (
        <ContactsFailed failure={failure} onRetry={retry} />
      ) : found === null || (rows.length === 0 && !found.done) ? (
        <ContactsLoading />
      ) : rows.length === 0 ? (
        <ContactsNothing isFiltered={isFiltered} onClear={() => void setAddress(NO_FILTER)} />
      ) : (
        <ul
          ref={list}
          aria-label="Contacts"
          aria-busy={isBusy}
          className="overflow-hidden rounded-lg border border-line bg-panel"
        >
          {rows.map((contact) => (
            <li key={contact.contactId} className="border-line border-b last:border-b-0">
              <ContactListRow contact={contact} labelOf={labelOf} />
            </li>
          ))}
        </ul>
      )}
      {found && failure === null && rows.length < found.found && (
        <div className="mt-4 flex justify-center">
          <Button busy={isTurning} onClick={() => void showMore()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

/** The same contacts, as the export is asked for them. */
function exportQuery({ query, filter }: AskedContacts): string {
  const asked = new URLSearchParams();
  if (query !== undefined) asked.set('query', query);
  if (filter.segments) asked.set('segments', filter.segments.join(','));
  if (filter.conditions) asked.set('conditions', JSON.stringify(filter.conditions));
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}
