import type { ReactNode } from 'react';

/** What a page outside the desk asks for, and why. */
export function AuthHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="mb-7">
      <h1 className="wrap-anywhere text-balance font-semibold text-2xl leading-8 tracking-[-0.02em]">
        {title}
      </h1>
      <p className="mt-1.5 text-pretty text-base text-ink-muted">{children}</p>
    </header>
  );
}
