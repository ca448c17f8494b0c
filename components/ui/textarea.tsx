'use client';

import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { useFieldControl } from './field';
import { fieldLook } from './surface';

/** Several lines of text. Inside a Field it finds its label, its hint and its error by itself. */
export function Textarea({
  invalid,
  className,
  id,
  ...rest
}: ComponentProps<'textarea'> & { invalid?: boolean }) {
  const control = useFieldControl({ id, invalid });
  return (
    <textarea
      {...control}
      {...rest}
      className={cn(fieldLook, 'block resize-y px-2.5 py-1.5', className)}
    />
  );
}
