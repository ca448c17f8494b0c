import type { Format, Manager } from '@/lib/attributes/attribute';

export const FORMAT_OPTIONS: { value: Format; label: string; hint: string }[] = [
  { value: 'text', label: 'Text', hint: 'A name, a code, a link' },
  { value: 'number', label: 'Number', hint: 'Compared and ordered as a number' },
  { value: 'date', label: 'Date', hint: 'A calendar day, or an instant' },
  { value: 'boolean', label: 'Yes / no', hint: 'Either, or not known' },
];

export const MANAGER_OPTIONS: { value: Manager; label: string; hint: string }[] = [
  { value: 'agent', label: 'By hand', hint: 'People enter it; a CRM cannot overwrite it' },
  {
    value: 'channel',
    label: 'From the channel',
    hint: 'Filled as messages arrive; people cannot edit it',
  },
  { value: 'crm', label: 'From the CRM', hint: 'The CRM keeps it; people cannot edit it' },
];

export function formatLabel(format: Format): string {
  return FORMAT_OPTIONS.find((option) => option.value === format)?.label ?? format;
}

export function managerLabel(manager: Manager): string {
  return MANAGER_OPTIONS.find((option) => option.value === manager)?.label ?? manager;
}
