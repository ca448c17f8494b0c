import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { signedIn } from '@/app/signed-in';
import { NoPermission } from '@/components/shell/no-permission';
import { SettingsNav } from '@/components/shell/settings-nav';
import { may } from '@/lib/desk/context';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { caller, me } = await signedIn();
  if (!may(caller, 'readSettings')) {
    return (
      <NoPermission title="Settings are for supervisors and admins">
        Your role is agent. Ask an admin when something about attributes, segments or priorities
        should be different.
      </NoPermission>
    );
  }
  return (
    <div className="flex h-full flex-col md:flex-row">
      <SettingsNav role={me.role} />
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[960px] px-4 pt-6 pb-16 md:px-8 md:pt-8">{children}</div>
      </div>
    </div>
  );
}
