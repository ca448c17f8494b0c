import type { Metadata } from 'next';
import { connection } from 'next/server';
import { AuthFrame } from '@/components/auth/auth-frame';
import { JoinForm } from '@/components/auth/join-form';
import { findInvitation } from '@/lib/commands/people/find-invitation';
import { deskOfProcess } from '@/lib/desk/desk-of-process';

// The address holds a secret: it is told to nobody.
export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  await connection();
  const { token } = await params;
  const desk = deskOfProcess();
  const invitation = await findInvitation(desk, token);
  const invited = desk.memory.people.get(invitation?.personId ?? '');
  return (
    <AuthFrame>
      <JoinForm
        token={token}
        invited={invited ? { name: invited.name, email: invited.email } : null}
      />
    </AuthFrame>
  );
}
