import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { signedIn } from '@/app/signed-in';
import { CatalogueProvider } from '@/components/live/catalogue';
import { Rail } from '@/components/shell/rail';
import { SkipLink } from '@/components/shell/skip-link';
import { TooltipProvider } from '@/components/ui/tooltip';
import { readCatalogue } from '@/lib/desk/reads/catalogue';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { desk, caller, me } = await signedIn();
  const catalogue = await readCatalogue({ desk, caller });
  return (
    <NuqsAdapter>
      <TooltipProvider>
        <CatalogueProvider initial={catalogue}>
          <SkipLink />
          <div className="flex h-dvh flex-col-reverse md:flex-row">
            <Rail me={me} />
            <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto">
              {children}
            </main>
          </div>
        </CatalogueProvider>
      </TooltipProvider>
    </NuqsAdapter>
  );
}
