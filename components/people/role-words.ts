import type { Role } from '@/lib/desk/facts';

/** Roles with what each may do, in one line. */
export const ROLE_OPTIONS: { value: Role; label: string; hint: string }[] = [
  { value: 'agent', label: 'Agent', hint: 'Works the queue' },
  { value: 'supervisor', label: 'Supervisor', hint: 'Also assigns, and sees everyone’s load' },
  { value: 'admin', label: 'Admin', hint: 'Also shapes segments, attributes and people' },
];

export function roleLabel(role: Role): string {
  return ROLE_OPTIONS.find((option) => option.value === role)?.label ?? role;
}
