'use client';

import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { useFieldControl } from './field';
import { fieldLook } from './surface';

/** One line of text. Inside a Field it finds its label, its hint and its error by itself. */
export function Input({
  invalid,
  className,
  id,
  ...rest
}: ComponentProps<'input'> & { invalid?: boolean }) {
  const control = useFieldControl({ id, invalid });
  return <input {...control} {...rest} className={cn(fieldLook, 'h-8 px-2.5', className)} />;
}
