'use client';

import { useMemo } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import type { Attributes } from '@/lib/attributes/attribute';

/** The catalogue's attributes by key, as the segment code wants them. */
export function useAttributes(): Attributes {
  const { attributes } = useCatalogue();
  return useMemo(
    () => new Map(attributes.map((attribute) => [attribute.key, attribute])),
    [attributes],
  );
}
