import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './class-names';

const TONE = {
  plain: { look: 'border-line-strong bg-canvas', icon: Info, iconLook: 'text-ink-muted' },
  warn: { look: 'border-warn-line bg-warn-soft', icon: TriangleAlert, iconLook: 'text-warn' },
  danger: { look: 'border-danger-line bg-danger-soft', icon: CircleAlert, iconLook: 'text-danger' },
} as const;

/** Something to know before going on. Danger is announced at once. */
export function Notice({
  tone,
  children,
  className,
}: {
  tone: keyof typeof TONE;
  children: ReactNode;
  className?: string;
}) {
  const { look, icon: Icon, iconLook } = TONE[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'note'}
      className={cn('flex gap-2 rounded-md border px-3 py-2 text-ink text-sm', look, className)}
    >
      <Icon aria-hidden="true" className={cn('mt-0.5 size-4 shrink-0', iconLook)} />
      <div className="min-w-0 flex-1 break-words">{children}</div>
    </div>
  );
}
