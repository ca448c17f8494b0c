import { describe, expect, it } from 'vitest';
import type { Attachment, Upload } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { ADA, bobWrites, keep, NOON, replied } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const BYTES = new Uint8Array([0, 255, 10, 13, 0]);

const attachment = (): Attachment => ({
  id: newId(NOON),
  name: 'Écran 😀.png',
  type: 'image/png',
  bytes: BYTES.byteLength,
});
const upload = (file: Attachment, uploadedAt = NOON): Upload => ({
  ...file,
  uploaderId: ADA.id,
  messageId: null,
  uploadedAt,
});
const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

/** Files that go with messages, and their bytes. */
export function describeUploads(open: OpenStore): void {
  describe('an upload', () => {
    const desk = openedStore(open, { foundation: true });

    it('keeps its bytes, also after the store was closed and opened; no revision comes of it', async () => {
      const file = attachment();
      const before = await desk.store.head();
      await desk.store.files.keep(file.id, BYTES);
      await desk.store.keepUpload(upload(file));
      expect(await desk.store.head()).toEqual(before);
      const again = await desk.reopen();
      expect(await again.upload(file.id)).toStrictEqual(upload(file));
      expect(await again.files.read(file.id)).toStrictEqual(BYTES);
      await again.files.remove(file.id);
      await again.files.remove(file.id);
      expect(await again.files.read(file.id)).toBeNull();
    });

    it('goes with one message, which shows it in the conversation and in the journal', async () => {
      const file = attachment();
      await keep(desk.store, bobWrites());
      await desk.store.keepUpload(upload(file));
      const [entry] = await keep(desk.store, [replied('bob', 'message-2', '', [file])]);
      expect(await desk.store.upload(file.id)).toMatchObject({ messageId: 'message-2' });
      expect(await desk.store.message('message-2')).toMatchObject({ attachments: [file] });
      expect(await desk.store.conversation('conversation-bob')).toMatchObject({
        preview: file.name,
      });
      expect((await desk.store.entriesAfter(0, 100)).at(-1)).toStrictEqual(entry);
      await expect(keep(desk.store, [replied('bob', 'message-3', 'Hi', [file])])).rejects.toEqual(
        conflict,
      );
      expect(await desk.store.message('message-3')).toBeNull();
    });

    it('is forgotten when no message goes with it in time, and so are bytes that belong to none', async () => {
      const [sent, late, recent, stray] = [attachment(), attachment(), attachment(), attachment()];
      await keep(desk.store, bobWrites());
      for (const file of [sent, late, recent, stray]) await desk.store.files.keep(file.id, BYTES);
      await desk.store.keepUpload(upload(sent));
      await desk.store.keepUpload(upload(late));
      await desk.store.keepUpload(upload(recent, NOON + 2));
      await keep(desk.store, [replied('bob', 'message-2', '', [sent])]);
      // Bytes are as old as they are, whatever the desk's clock says.
      expect(await desk.store.forgetUploads(NOON + 1)).toBe(0);
      expect(await desk.store.upload(late.id)).toBeNull();
      expect(await desk.store.forgetUploads(Date.now() + 60_000)).toBe(3);
      for (const file of [late, recent, stray])
        expect(await desk.store.files.read(file.id)).toBeNull();
      expect(await desk.store.files.read(sent.id)).toStrictEqual(BYTES);
    });

    it('is nothing under an id that leads elsewhere', async () => {
      for (const id of ['../desk.db', '..', '', 'nothing']) {
        expect(await desk.store.upload(id)).toBeNull();
        expect(await desk.store.files.read(id)).toBeNull();
      }
    });
  });
}
