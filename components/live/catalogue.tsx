'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { CatalogueWire } from '@/lib/desk/wire';
import { callApi } from './call-api';
import { followCatalogue } from './follow-catalogue';
import { deskSocket } from './socket';

const CatalogueContext = createContext<CatalogueWire | null>(null);

const takers = new Set<(catalogue: CatalogueWire) => void>();
let reading: Promise<void> | null = null;
let askedMeanwhile = false;

async function readUntilQuiet() {
  do {
    askedMeanwhile = false;
    const catalogue = await callApi<CatalogueWire>('GET', '/catalogue');
    for (const take of takers) take(catalogue);
  } while (askedMeanwhile);
}

/**
 * Reads the catalogue again; what was written before the call is in it once the promise resolves.
 * A read that fails keeps the last one: the next change or reconnect reads again.
 */
export function refreshCatalogue(): Promise<void> {
  if (takers.size === 0) return Promise.resolve();
  if (reading) {
    askedMeanwhile = true;
    return reading;
  }
  reading = readUntilQuiet()
    .catch(() => undefined)
    .finally(() => {
      reading = null;
    });
  return reading;
}

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
    takers.add(setCatalogue);
    const unfollow = followCatalogue(deskSocket(), () => void refreshCatalogue());
    return () => {
      takers.delete(setCatalogue);
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
