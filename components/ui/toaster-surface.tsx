import { useTheme } from 'next-themes';
import { Toaster as Sonner, toast } from 'sonner';

export const sonner = toast;

/** At the right, above the row of buttons that ends the composer and the longer forms. */
export function ToasterSurface() {
  const { theme } = useTheme();
  return (
    <Sonner
      theme={theme === 'light' || theme === 'dark' ? theme : 'system'}
      position="bottom-right"
      offset={{ bottom: 148, right: 16 }}
      mobileOffset={{ bottom: 196, left: 12, right: 12 }}
      gap={8}
      duration={7_000}
      toastOptions={{
        unstyled: true,
        classNames: {
          // The ones behind the first show their edges alone.
          toast:
            '[&[data-expanded=false][data-front=false]>*]:opacity-0 flex w-full items-start gap-2.5 rounded-lg border border-line-strong bg-overlay px-3.5 py-2.5 font-sans text-ink text-sm shadow-overlay md:w-[356px]',
          content: 'wrap-anywhere min-w-0 flex-1 self-center',
          title: 'font-medium',
          description: 'text-ink-muted',
          icon: 'mt-0.5 shrink-0 text-ink-muted [&_svg]:size-4',
          error: '[&_[data-icon]]:text-danger',
          warning: '[&_[data-icon]]:text-warn',
          success: '[&_[data-icon]]:text-ok',
          actionButton:
            'shrink-0 rounded-md border border-line-strong px-2 py-0.5 font-medium hover:bg-selected',
          cancelButton: 'shrink-0 rounded-md px-2 py-0.5 text-ink-muted hover:bg-selected',
        },
      }}
    />
  );
}
