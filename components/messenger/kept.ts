import type { Unsent } from './messenger-state';

/** What a visitor's browser keeps of a messenger between pages. */
export type Kept = { token?: string; unsent?: Unsent[]; seen?: string; open?: boolean };

/** Where texts are kept: reads back what was written last, or null. */
export type Keeper = { read(): string | null; write(text: string): void };

/** Keeps in the frame's own storage; null where the browser lets a frame of another site keep nothing. */
export function frameKeeper(channel: string): Keeper | null {
  const place = `frontrow messenger ${channel}`;
  try {
    const storage = window.localStorage;
    // That it can be read does not say that it can be written.
    storage.setItem(place, storage.getItem(place) ?? '{}');
    return {
      read: () => storage.getItem(place),
      write: (text) => storage.setItem(place, text),
    };
  } catch {
    return null;
  }
}

/** What a kept text says; nothing for one that is none of ours. */
export function keptIn(text: string | null): Kept {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
