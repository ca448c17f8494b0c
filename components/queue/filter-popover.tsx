'use client';

import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { UNOWNED } from '@/lib/ranking/filter';
import type { QueueAddress, SetAddress } from './use-queue-address';

/** Stands for no restriction where an option needs a value. */
const ANY = '*';

/** Owner, channel, status and order. */
export function FilterPopover({
  address,
  setAddress,
  active,
}: {
  address: QueueAddress;
  setAddress: SetAddress;
  /** How many of these are set. */
  active: number;
}) {
  const { channels, people, me } = useCatalogue();
  const others = people.filter(({ id }) => id !== me.id);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="relative size-6 pointer-coarse:size-8 pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5"
          aria-label={active > 0 ? `Filters, ${active} set` : 'Filters'}
        >
          <SlidersHorizontal aria-hidden="true" />
          {active > 0 && (
            <span
              aria-hidden="true"
              className="absolute -top-0.5 -right-0.5 flex h-3.5 min-w-3.5 items-center justify-center rounded-full bg-solid px-1 font-semibold text-[0.5625rem] text-on-solid tabular-nums"
            >
              {active}
            </span>
          )}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="flex w-72 flex-col gap-3.5 p-4">
        <Field label="Owner" htmlFor="queue-owner">
          <Combobox
            id="queue-owner"
            value={address.owner || ANY}
            onValueChange={(owner) => void setAddress({ owner: owner === ANY ? null : owner })}
            searchPlaceholder="Find a person…"
            options={[
              { value: ANY, label: 'Anyone' },
              { value: UNOWNED, label: 'Unowned' },
              { value: 'mine', label: 'Mine' },
              ...others.map(({ id, name }) => ({ value: id, label: name, group: 'People' })),
            ]}
          />
        </Field>
        <Field label="Channel" htmlFor="queue-channel">
          <Select
            id="queue-channel"
            value={address.channel || ANY}
            onValueChange={(channel) =>
              void setAddress({ channel: channel === ANY ? null : channel })
            }
            options={[
              { value: ANY, label: 'All channels' },
              ...channels.map(({ key, label }) => ({ value: key, label })),
            ]}
          />
        </Field>
        <Line word="Status">
          <Segmented
            label="Status"
            size="sm"
            value={address.status}
            onValueChange={(status) => void setAddress({ status })}
            options={[
              { value: 'new', label: 'New' },
              { value: 'pending', label: 'Pending' },
            ]}
          />
        </Line>
        <Line word="Order">
          <Segmented
            label="Order"
            size="sm"
            value={address.order}
            onValueChange={(order) => void setAddress({ order })}
            options={[
              { value: 'priority', label: 'Priority' },
              { value: 'oldest', label: 'Oldest first' },
            ]}
          />
        </Line>
      </PopoverContent>
    </Popover>
  );
}

function Line({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span className="font-medium">{word}</span>
      {children}
    </div>
  );
}
