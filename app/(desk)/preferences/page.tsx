import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { NoticesSection } from '@/components/notices/notices-section';
import { PageHeader } from '@/components/shell/page-header';
import { ShortcutsSection } from '@/components/shortcuts/shortcuts-section';

export const metadata: Metadata = { title: 'Preferences' };

export default async function PreferencesPage() {
  await signedIn();
  return (
    <div className="mx-auto max-w-[960px] px-4 pt-6 pb-16 md:px-8 md:pt-8">
      <PageHeader title="Preferences">How the desk works for you, in this browser.</PageHeader>
      <div className="flex flex-col gap-10">
        <NoticesSection />
        <ShortcutsSection />
      </div>
    </div>
  );
}
