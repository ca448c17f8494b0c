import {
  Building2,
  Cloud,
  FileJson2,
  KeyRound,
  ListOrdered,
  type LucideIcon,
  MessageSquareText,
  RadioTower,
  Shapes,
  TableProperties,
  Users,
  Webhook,
} from 'lucide-react';
import type { Role } from '@/lib/desk/facts';

export type SettingsPlace = { path: string; label: string; icon: LucideIcon; adminOnly?: true };

type SettingsSection = { name: string; places: readonly SettingsPlace[] };

const ALL_SECTIONS: readonly SettingsSection[] = [
  {
    name: 'Workspace',
    places: [
      { path: '/settings/general', label: 'General', icon: Building2 },
      { path: '/settings/people', label: 'People', icon: Users },
      { path: '/settings/channels', label: 'Channels', icon: RadioTower },
      { path: '/settings/webhooks', label: 'Webhooks', icon: Webhook },
      { path: '/settings/tokens', label: 'API tokens', icon: KeyRound, adminOnly: true },
      { path: '/settings/configuration', label: 'Configuration', icon: FileJson2 },
    ],
  },
  {
    name: 'Contacts',
    places: [
      { path: '/settings/attributes', label: 'Contact attributes', icon: TableProperties },
      { path: '/settings/crm', label: 'CRM', icon: Cloud },
    ],
  },
  {
    name: 'Conversations',
    places: [
      { path: '/settings/canned-replies', label: 'Canned replies', icon: MessageSquareText },
    ],
  },
  {
    name: 'Routing & Automations',
    places: [
      { path: '/settings/segments', label: 'Customer Segments', icon: Shapes },
      { path: '/settings/prioritization', label: 'Prioritization', icon: ListOrdered },
    ],
  },
];

/** The pages of the settings that a role may open, by what they are about. */
export function settingsSections(role: Role): SettingsSection[] {
  if (role === 'agent') return [];
  return ALL_SECTIONS.map(({ name, places }) => ({
    name,
    places: places.filter(({ adminOnly }) => !adminOnly || role === 'admin'),
  }));
}
