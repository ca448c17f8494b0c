import type { Desk } from '@/lib/desk/desk';
import type { Invitation } from '@/lib/desk/facts';
import { hashSecret } from '@/lib/desk/secrets';

/** What a link is for, or null if it was used, has expired or never was. */
export async function findInvitation(desk: Desk, secret: string): Promise<Invitation | null> {
  const invitation = await desk.store.invitationByHash(hashSecret(secret));
  if (!invitation || invitation.expiresAt <= desk.now()) return null;
  if (invitation.personId === null) return desk.memory.people.size === 0 ? invitation : null;
  return desk.memory.people.get(invitation.personId)?.active ? invitation : null;
}
