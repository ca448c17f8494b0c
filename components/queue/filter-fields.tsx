import type { ReactNode } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import type { QueueAddress, SetAddress } from '@/components/live/use-queue-address';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { UNOWNED } from '@/lib/ranking/filter';

/** Stands for no restriction where an option needs a value. */
const ANY = '*';

/** Owner, channel, status and order, to choose from. */
export function FilterFields({
  address,
  setAddress,
}: {
  address: QueueAddress;
  setAddress: SetAddress;
}) {
  const { channels, people, me } = useCatalogue();
  const others = people.filter(({ id }) => id !== me.id);
  return (
    <>
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
    </>
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
