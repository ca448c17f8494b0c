'use client';

import { useCatalogue } from '@/components/live/catalogue';
import { Combobox } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { STATUSES } from '@/lib/desk/facts';
import { HIT_KINDS } from '@/lib/desk/search';
import { UNOWNED } from '@/lib/ranking/filter';
import type { SearchAddress, SetSearchAddress } from './use-search-address';

/** Stands for no restriction where an option needs a value. */
const ANY = '*';

const KIND_WORDS = { contact: 'Contacts', message: 'Messages', note: 'Notes' } as const;
const STATUS_WORDS = {
  open: 'New and Pending',
  new: 'New',
  pending: 'Pending',
  resolved: 'Resolved',
} as const;

/** Where to look: the kind of hit, status, channel and owner. */
export function SearchFilters({
  address,
  setAddress,
}: {
  address: SearchAddress;
  setAddress: SetSearchAddress;
}) {
  const { channels, people, me } = useCatalogue();
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      <Select
        label="Kind"
        value={address.in ?? ANY}
        onValueChange={(kind) => void setAddress({ in: kind === ANY ? null : kind })}
        options={[
          { value: ANY, label: 'Everything' },
          ...HIT_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
        ]}
      />
      <Select
        label="Status"
        value={address.status ?? ANY}
        onValueChange={(status) => void setAddress({ status: status === ANY ? null : status })}
        options={[
          { value: ANY, label: 'Any status' },
          ...(['open', ...STATUSES] as const).map((value) => ({
            value,
            label: STATUS_WORDS[value],
          })),
        ]}
      />
      <Select
        label="Channel"
        value={address.channel || ANY}
        onValueChange={(channel) => void setAddress({ channel: channel === ANY ? null : channel })}
        options={[
          { value: ANY, label: 'All channels' },
          ...channels.map(({ key, label }) => ({ value: key, label })),
        ]}
      />
      <Combobox
        label="Owner"
        value={address.owner || ANY}
        onValueChange={(owner) => void setAddress({ owner: owner === ANY ? null : owner })}
        searchPlaceholder="Find a person…"
        options={[
          { value: ANY, label: 'Any owner' },
          { value: UNOWNED, label: 'Unowned' },
          { value: 'mine', label: 'Mine' },
          ...people
            .filter(({ id }) => id !== me.id)
            .map(({ id, name }) => ({ value: id, label: name, group: 'People' })),
        ]}
      />
    </div>
  );
}
