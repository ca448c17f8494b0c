'use client';

import { type ClipboardEvent, type DragEvent, useState, useSyncExternalStore } from 'react';
import { toast } from '@/components/ui/toast';
import { type Attaching, createAttachingStore, MAX_FILES } from './attaching-store';
import { uploadFile } from './upload-file';

const store = createAttachingStore(uploadFile);
const NONE: readonly Attaching[] = [];

/** The files that are to go with the next message: chosen, pasted or dropped. */
export function useAttaching(conversationId: string) {
  const [dropping, setDropping] = useState(false);
  const list = useSyncExternalStore(
    store.subscribe,
    () => store.list(conversationId),
    () => NONE,
  );

  function add(files: readonly File[]) {
    if (files.length === 0) return;
    const left = store.add(conversationId, files);
    if (left > 0) toast.error(`A message has at most ${MAX_FILES} files.`);
  }

  const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

  return {
    list,
    dropping,
    /** Whether all that is there can go with a message now. */
    ready: list.every(({ attachment }) => attachment !== null),
    add,
    retry: (key: string) => store.retry(conversationId, key),
    remove: (key: string) => store.remove(conversationId, key),
    take: () => store.take(conversationId),
    putBack: (attachments: Parameters<typeof store.putBack>[1]) =>
      store.putBack(conversationId, attachments),
    onPaste(event: ClipboardEvent) {
      // A table comes as text and as its picture: who pastes one means the text.
      if (event.clipboardData.types.includes('text/plain')) return;
      const files = [...event.clipboardData.files];
      if (files.length > 0) event.preventDefault();
      add(files);
    },
    drop: {
      onDragOver(event: DragEvent) {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setDropping(true);
      },
      onDragLeave(event: DragEvent) {
        const { relatedTarget, currentTarget } = event;
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setDropping(false);
      },
      onDrop(event: DragEvent) {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setDropping(false);
        add([...event.dataTransfer.files]);
      },
    },
  };
}

export type AttachingFiles = ReturnType<typeof useAttaching>;
