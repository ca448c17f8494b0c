import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '@/lib/desk/entry';
import type { ApiToken, Invitation } from '@/lib/desk/facts';
import { ADA, keep, NOON } from './facts-of-a-desk';
import type { OpenStore } from './opened-store';
import { openedStore } from './opened-store';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

const TOKEN: ApiToken = { id: 'token-1', name: 'Import', scope: 'ingest', createdAt: NOON };
const INVITATION: Invitation = { id: 'invitation-1', personId: null, expiresAt: NOON + 60_000 };

const created = (token: ApiToken, hash: string): EntryDraft => ({
  kind: 'token.created',
  body: { after: token },
  secret: { hash },
});
const invited = (invitation: Invitation, hash: string): EntryDraft => ({
  kind: 'invitation.created',
  body: { after: invitation },
  secret: { hash },
});

/** Tokens and invitations. */
export function describeAccess(open: OpenStore): void {
  describe('access', () => {
    const desk = openedStore(open, { foundation: true });

    it('finds a token by its hash until it is revoked', async () => {
      const second: ApiToken = { ...TOKEN, id: 'token-2', scope: 'read', createdAt: NOON - 1 };
      await keep(desk.store, [created(TOKEN, 'hash-1'), created(second, 'hash-2')]);
      expect(await desk.store.tokens()).toStrictEqual([second, TOKEN]);
      expect(await desk.store.tokenByHash('hash-1')).toStrictEqual(TOKEN);
      expect(await desk.store.tokenByHash('hash-3')).toBeNull();
      const revoked: EntryDraft = { kind: 'token.revoked', body: { before: TOKEN } };
      await keep(desk.store, [revoked]);
      expect(await desk.store.tokenByHash('hash-1')).toBeNull();
      expect(await desk.store.tokens()).toStrictEqual([second]);
      await expect(keep(desk.store, [revoked])).rejects.toEqual(conflict);
    });

    it('never writes a hash into the journal', async () => {
      const { revision } = await desk.store.head();
      const kept = await keep(desk.store, [
        created(TOKEN, 'hash-of-token'),
        invited(INVITATION, 'hash-of-invitation'),
      ]);
      const read = await desk.store.entriesAfter(revision, 10);
      expect(read).toStrictEqual(kept);
      expect(JSON.stringify(read)).not.toContain('hash-of');
    });

    it('lets an invitation be used once', async () => {
      await keep(desk.store, [invited(INVITATION, 'hash-1')]);
      expect(await desk.store.invitationByHash('hash-1')).toStrictEqual(INVITATION);
      const used: EntryDraft = {
        kind: 'invitation.used',
        body: { invitationId: INVITATION.id, personId: ADA.id },
      };
      const uses = await Promise.allSettled([keep(desk.store, [used]), keep(desk.store, [used])]);
      expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await desk.store.invitationByHash('hash-1')).toBeNull();
    });

    it('gives an expired invitation too, for its reader to say so', async () => {
      await keep(desk.store, [invited({ ...INVITATION, personId: ADA.id }, 'hash-1')]);
      desk.time.now = NOON + 120_000;
      expect(await desk.store.invitationByHash('hash-1')).toMatchObject({ personId: ADA.id });
    });

    it('refuses two tokens or two invitations with the same hash', async () => {
      await keep(desk.store, [created(TOKEN, 'hash-1'), invited(INVITATION, 'hash-1')]);
      await expect(
        keep(desk.store, [created({ ...TOKEN, id: 'token-2' }, 'hash-1')]),
      ).rejects.toEqual(conflict);
      await expect(
        keep(desk.store, [invited({ ...INVITATION, id: 'invitation-2' }, 'hash-1')]),
      ).rejects.toEqual(conflict);
    });
  });
}
