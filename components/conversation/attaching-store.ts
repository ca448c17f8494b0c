import { ApiFailure, failureMessage } from '@/components/live/call-api';
import type { Attachment } from '@/lib/desk/facts';
import { newMessageId } from './message-id';
import type { Upload } from './upload-file';

export const MAX_FILES = 10;
const MAX_MB = 10;

/** A file that is to go with the next message, on its way to the desk or there. */
export type Attaching = {
  key: string;
  name: string;
  bytes: number;
  /** Where the browser has the picture, for one it can show. */
  picture: string | null;
  /** How much of it is at the desk, from 0 to 1. */
  progress: number;
  /** What the desk calls it once all of it is there. */
  attachment: Attachment | null;
  /** Why it did not get there, and whether it may another time. */
  problem: { message: string; passes: boolean } | null;
};

const NONE: readonly Attaching[] = [];
const PICTURES = /^image\/(png|jpeg|gif|webp)$/;

export type AttachingStore = ReturnType<typeof createAttachingStore>;

/** The files beside what is written, by conversation, as long as the page is open. */
export function createAttachingStore(
  upload: (file: File, onProgress: (part: number) => void) => Upload,
) {
  const all = new Map<string, readonly Attaching[]>();
  const files = new Map<string, File>();
  const stops = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  const listOf = (conversationId: string) => all.get(conversationId) ?? NONE;

  function put(conversationId: string, next: readonly Attaching[]) {
    all.set(conversationId, next);
    for (const listener of [...listeners]) listener();
  }

  function change(conversationId: string, key: string, changes: Partial<Attaching>) {
    const next = listOf(conversationId).map((one) =>
      one.key === key ? { ...one, ...changes } : one,
    );
    put(conversationId, next);
  }

  async function bring(conversationId: string, key: string, file: File) {
    if (file.size > MAX_MB * 1_000_000) {
      const message = `A file has at most ${MAX_MB} MB.`;
      return change(conversationId, key, { problem: { message, passes: false } });
    }
    change(conversationId, key, { problem: null, progress: 0 });
    const { done, stop } = upload(file, (progress) => change(conversationId, key, { progress }));
    stops.set(key, stop);
    try {
      change(conversationId, key, { attachment: await done, progress: 1 });
    } catch (thrown) {
      const refused = thrown instanceof ApiFailure && thrown.status >= 400 && thrown.status < 500;
      const problem = { message: failureMessage(thrown), passes: !refused };
      change(conversationId, key, { problem });
    } finally {
      stops.delete(key);
    }
  }

  function forget({ key, picture }: Attaching) {
    stops.get(key)?.();
    files.delete(key);
    if (picture) URL.revokeObjectURL(picture);
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: listOf,
    /** Begins to bring the files; gives how many did not fit beside those that are there. */
    add(conversationId: string, given: readonly File[]): number {
      const before = listOf(conversationId);
      const taken = given.slice(0, Math.max(0, MAX_FILES - before.length));
      const added = taken.map((file): Attaching => {
        const key = newMessageId();
        files.set(key, file);
        const picture = PICTURES.test(file.type) ? URL.createObjectURL(file) : null;
        const { name, size: bytes } = file;
        return { key, name, bytes, picture, progress: 0, attachment: null, problem: null };
      });
      put(conversationId, [...before, ...added]);
      for (const [place, { key }] of added.entries()) {
        const file = taken[place];
        if (file) void bring(conversationId, key, file);
      }
      return given.length - taken.length;
    },
    retry(conversationId: string, key: string) {
      const file = files.get(key);
      if (file) void bring(conversationId, key, file);
    },
    remove(conversationId: string, key: string) {
      const gone = listOf(conversationId).find((one) => one.key === key);
      if (gone) forget(gone);
      put(
        conversationId,
        listOf(conversationId).filter((one) => one !== gone),
      );
    },
    /** Puts files back that are at the desk already, in front. */
    putBack(conversationId: string, attachments: readonly Attachment[]) {
      const back = attachments.map((attachment): Attaching => {
        const { id: key, name, bytes } = attachment;
        return { key, name, bytes, picture: null, progress: 1, attachment, problem: null };
      });
      put(conversationId, [...back, ...listOf(conversationId)]);
    },
    /** The files that are at the desk; none is beside what is written from now on. */
    take(conversationId: string): Attachment[] {
      const list = listOf(conversationId);
      for (const one of list) forget(one);
      put(conversationId, NONE);
      return list.flatMap(({ attachment }) => attachment ?? []);
    },
  };
}
