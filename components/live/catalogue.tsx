'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { CatalogueWire } from '@/lib/desk/wire';
import { followChanges } from './follow-changes';
import { readAgain } from './read-again';
import { deskSocket } from './socket';

const CatalogueContext = createContext<CatalogueWire | null>(null);

const reader = readAgain<CatalogueWire>('/catalogue');

/** Reads the catalogue again; what was written before the call is in it once the promise resolves. */
export const refreshCatalogue = reader.refresh;

/** Keeps the catalogue true for everything below it; `initial` is what the server rendered with. */
export function CatalogueProvider({
  initial,
  children,
}: {
  initial: CatalogueWire;
  children: ReactNode;
}) {
  const [rendered, setRendered] = useState(initial);
  const [catalogue, setCatalogue] = useState(initial);
  if (rendered !== initial) {
    setRendered(initial);
    setCatalogue(initial);
  }
  useEffect(() => {
    const untake = reader.take(setCatalogue);
    const unfollow = followChanges(deskSocket(), 'catalogue:changed', () => void reader.refresh());
    return () => {
      untake();
      unfollow();
    };
  }, []);
  return <CatalogueContext value={catalogue}>{children}</CatalogueContext>;
}

/** The catalogue as this screen last read it. */
export function useCatalogue(): CatalogueWire {
  const catalogue = useContext(CatalogueContext);
  if (catalogue === null) throw new Error('useCatalogue needs a CatalogueProvider above it.');
  return catalogue;
}
