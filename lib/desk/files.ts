/** Bytes that are kept outside the database, by ids that the desk has made. */
export interface Files {
  /** Keeps them all or not at all; on the disk when it resolves. */
  keep(id: string, bytes: Uint8Array): Promise<void>;
  /** Null for an id that nothing is kept under. */
  read(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Forgets them; an id that nothing is kept under is forgotten already. */
  remove(id: string): Promise<void>;
  /** The ids of what was kept before a time, also of what was only begun. */
  idsBefore(beforeMs: number): Promise<string[]>;
}
