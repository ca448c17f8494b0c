'use client';

import { useCatalogue } from '@/components/live/catalogue';
import { MANAGERS } from '@/lib/attributes/attribute';
import { AttributeGroup } from './attribute-group';

/** Every enabled attribute, by who manages it, known or not. */
export function AttributeGroups() {
  const { attributes } = useCatalogue();
  const enabled = attributes
    .filter(({ enabled: isEnabled }) => isEnabled)
    .sort((a, b) => a.position - b.position);
  return MANAGERS.map((manager) => (
    <AttributeGroup
      key={manager}
      manager={manager}
      attributes={enabled.filter((attribute) => attribute.manager === manager)}
    />
  ));
}
