import type { ReactNode } from 'react';
import { Logo } from '@/components/ui/logo';
import { RankedGlimpse } from './ranked-glimpse';

/** The page around a form for those who are not signed in; beside it, on wide screens, the product in small. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-panel lg:grid-cols-[minmax(440px,5fr)_7fr]">
      <main className="flex flex-col px-6 py-6 sm:px-10">
        <p className="flex items-center gap-2.5 font-semibold text-base tracking-[-0.01em]">
          <Logo />
          Frontrow
        </p>
        <div className="mx-auto flex w-full max-w-[340px] flex-1 flex-col justify-center py-10">
          {children}
        </div>
      </main>
      <aside
        aria-hidden="true"
        className="hidden items-center justify-center overflow-hidden border-line border-l bg-canvas p-10 lg:flex"
      >
        <RankedGlimpse />
      </aside>
    </div>
  );
}
