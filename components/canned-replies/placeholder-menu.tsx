'use client';

import { Braces } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { MY_NAME } from '@/lib/attributes/placeholders';
import { MY_NAME_LABEL } from './known-facts';

const lateList = late(() => import('@/components/ui/combobox-list'));

/** Offers every placeholder that a text may have; `onClosed` is called when the list is gone. */
export function PlaceholderMenu({
  onChoose,
  onClosed,
}: {
  onChoose: (placeholder: string) => void;
  onClosed: () => void;
}) {
  const { attributes } = useCatalogue();
  const [open, setOpen] = useState(false);
  const list = useLate(lateList, open);
  const keys = attributes
    .filter(({ enabled }) => enabled)
    .sort((a, b) => a.position - b.position)
    .map(({ key, label }) => ({ key, label, group: 'The customer' }));
  const me = { key: MY_NAME, label: MY_NAME_LABEL, group: 'Who answers' };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button size="sm">
          <Braces aria-hidden="true" /> Insert a placeholder
        </Button>
      </PopoverTrigger>
      {list && (
        <PopoverContent
          aria-label="Placeholders"
          className="w-72 overflow-hidden p-0"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
        >
          <list.ComboboxList
            value=""
            label="Placeholders"
            searchPlaceholder="Search attributes"
            options={[...keys, me].map(({ key, label, group }) => ({
              value: `{{${key}}}`,
              label,
              hint: `{{${key}}}`,
              group,
            }))}
            onChoose={(placeholder) => {
              onChoose(placeholder);
              setOpen(false);
            }}
          />
        </PopoverContent>
      )}
    </Popover>
  );
}
