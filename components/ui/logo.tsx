import { cn } from '@/components/ui/class-names';

/** The mark: three who wait, the first of them in front. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={cn('size-7 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-solid" />
      <rect
        x="7"
        y="8"
        width="18"
        height="4"
        rx="2"
        className="fill-[#f58a3f] dark:fill-[#d4521a]"
      />
      <rect x="7" y="14" width="12" height="4" rx="2" className="fill-on-solid" />
      <rect x="7" y="20" width="8" height="4" rx="2" className="fill-on-solid opacity-55" />
    </svg>
  );
}
