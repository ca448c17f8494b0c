'use client';

import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog';
import { ContactCard } from './contact-card';

/** The contact over the conversation, where there is no room beside it. */
export function ContactSheet({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        aria-describedby={undefined}
        onEscapeKeyDown={(event) => {
          // The field that is being edited takes this one.
          if (event.target instanceof Element && event.target.matches('input, textarea')) {
            event.preventDefault();
          }
        }}
        className="top-0 right-0 left-auto h-dvh max-h-dvh w-[min(100vw,22rem)] translate-x-0 translate-y-0 rounded-none border-y-0 border-r-0 p-4"
      >
        <DialogTitle className="sr-only">Contact</DialogTitle>
        <ContactCard />
      </DialogContent>
    </Dialog>
  );
}
