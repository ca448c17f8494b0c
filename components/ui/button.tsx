import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { Spinner } from './spinner';

const buttonLook = cva(
  'relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:shrink-0 pointer-coarse:after:absolute pointer-coarse:after:inset-[min(0px,calc((100%-44px)/2))]',
  {
    variants: {
      variant: {
        solid: 'border-transparent bg-solid text-on-solid hover:bg-solid-hover',
        outline: 'border-line-strong bg-panel text-ink hover:bg-hover aria-expanded:bg-selected',
        ghost:
          'border-transparent bg-transparent text-ink-muted hover:bg-selected hover:text-ink aria-expanded:bg-selected aria-expanded:text-ink',
        danger: 'border-transparent bg-danger-solid text-on-danger hover:bg-danger-solid-hover',
      },
      size: {
        sm: 'h-7 px-2.5 [&_svg:not([class*=size-])]:size-3.5',
        md: 'h-8 px-3 [&_svg:not([class*=size-])]:size-4',
        icon: 'size-8 p-0 [&_svg:not([class*=size-])]:size-4',
      },
    },
    defaultVariants: { variant: 'outline', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonLook> & {
    /** Shows work under way and refuses a second press; the width and the focus stay. */
    busy?: boolean;
    /** Gives the look to the only child, for a link say. */
    asChild?: boolean;
  };

/** A button; outline and 32 px unless told, and 44 px for a finger. An icon button needs an aria-label. */
export function Button({
  variant,
  size,
  busy = false,
  asChild = false,
  className,
  children,
  disabled,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const look = cn(buttonLook({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root {...rest} onClick={onClick} className={look}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      {...rest}
      type={type}
      className={look}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? (
        <>
          <span className="invisible inline-flex items-center gap-1.5">{children}</span>
          <Spinner className="absolute" />
        </>
      ) : (
        children
      )}
    </button>
  );
}
