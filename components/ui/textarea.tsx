'use client';

import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { useFieldControl } from './field';
import { fieldLook } from './surface';

/** Several lines of text; grows with what is in it where the browser can. */
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
      className={cn(
        fieldLook,
        'field-sizing-content min-h-16 resize-none px-2.5 py-1.5',
        className,
      )}
    />
  );
}
