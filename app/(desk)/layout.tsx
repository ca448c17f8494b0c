import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { signedIn } from '@/app/signed-in';
import { CatalogueProvider } from '@/components/live/catalogue';
import { PLAIN_VIEW } from '@/components/live/plain-view';
import { SavedViewsProvider } from '@/components/live/saved-views';
import { Notices } from '@/components/notices/notices';
import { Palette } from '@/components/palette/palette';
import { DeskKeys } from '@/components/shell/desk-keys';
import { Rail } from '@/components/shell/rail';
import { SkipLink } from '@/components/shell/skip-link';
import { Toaster } from '@/components/ui/toaster';
import { readCatalogue } from '@/lib/desk/reads/catalogue';
import { readQueue } from '@/lib/desk/reads/queue';
import { readSavedViews } from '@/lib/desk/reads/saved-views';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { desk, caller, me } = await signedIn();
  const catalogue = await readCatalogue({ desk, caller });
  const views = await readSavedViews({ desk, caller });
  const { total } = readQueue({ desk, caller }, { ...PLAIN_VIEW, offset: 0, limit: 1 });
  return (
    <NuqsAdapter>
      <CatalogueProvider initial={catalogue}>
        <SavedViewsProvider initial={views}>
          <SkipLink />
          <DeskKeys />
          <Palette />
          <Notices />
          <div className="flex h-dvh flex-col-reverse md:flex-row">
            <Rail me={me} waiting={total} />
            <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto">
              {children}
            </main>
          </div>
          <Toaster />
        </SavedViewsProvider>
      </CatalogueProvider>
    </NuqsAdapter>
  );
}
