'use client';

import { ContactCard } from './contact-card';

/** The contact beside the conversation, where there is room for it. */
export function ContactAside() {
  return (
    <aside
      aria-label="Contact"
      className="hidden w-80 shrink-0 overflow-y-auto border-line border-l bg-panel p-4 xl:block"
    >
      <ContactCard />
    </aside>
  );
}
