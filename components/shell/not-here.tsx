import { SearchX } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** An address at which there is nothing; `children` is the link out. */
export function NotHere({ children }: { children: ReactElement }) {
  return (
    <div className="flex h-full items-center justify-center bg-panel">
      <EmptyState
        icon={<SearchX />}
        titleAs="h1"
        title="There is nothing at this address"
        action={
          <Button asChild variant="solid">
            {children}
          </Button>
        }
      >
        The link may be old, or what it named was deleted.
      </EmptyState>
    </div>
  );
}
