'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Scalar } from '@/lib/attributes/attribute';
import type { AttributeWire, ValueWire } from '@/lib/desk/wire';

/** What is known of the contact on this screen, and how it is written. */
export type HeldValues = {
  values: readonly ValueWire[];
  /**
   * Sets a value by hand; null clears it. Resolves to what was wrong, or null once the screen shows
   * the value.
   */
  save: (attribute: AttributeWire, value: Scalar | null) => Promise<string | null>;
  /** Shows how a value came to be, where the screen can. */
  onHistory?: (attribute: AttributeWire) => void;
};

const Context = createContext<HeldValues | null>(null);

/** Gives the contact's values to the rows below it. */
export function HeldValuesProvider({ held, children }: { held: HeldValues; children: ReactNode }) {
  return <Context value={held}>{children}</Context>;
}

export function useHeldValues(): HeldValues {
  const held = useContext(Context);
  if (held === null) throw new Error('useHeldValues needs a HeldValuesProvider above it.');
  return held;
}

/** How one row writes its value, and whether it is at it. */
export function useHeldWrite() {
  const { save: write } = useHeldValues();
  const [saving, setSaving] = useState(false);

  async function save(attribute: AttributeWire, value: Scalar | null): Promise<string | null> {
    setSaving(true);
    try {
      return await write(attribute, value);
    } finally {
      setSaving(false);
    }
  }

  return { save, saving };
}
