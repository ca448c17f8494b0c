import { ApiFailure, unreachable } from '@/components/live/call-api';
import type { Attachment } from '@/lib/desk/facts';
import type { WireError } from '@/lib/desk/wire';

export type Upload = { done: Promise<Attachment>; stop: () => void };

/**
 * Brings a file to the desk, and tells how much of it is there, from 0 to 1. Rejects with
 * ApiFailure. Not by fetch, which does not tell how far it is.
 */
export function uploadFile(file: File, onProgress: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Attachment>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      try {
        // The API is ours and typed at its own edge: what it answers is taken at its word.
        const answer: Attachment & { error?: WireError } = JSON.parse(request.responseText);
        if (request.status === 201) return resolve(answer);
        const { code = 'failed', message = 'Frontrow could not take this file.' } =
          answer.error ?? {};
        reject(new ApiFailure(request.status, code, message));
      } catch {
        reject(unreachable());
      }
    });
    for (const name of ['error', 'abort', 'timeout'])
      request.addEventListener(name, () => reject(unreachable()));
  });
  request.open('POST', `/api/v1/attachments?${new URLSearchParams({ name: file.name || 'file' })}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { done, stop: () => request.abort() };
}
