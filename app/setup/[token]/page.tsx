import type { Metadata } from 'next';
import { connection } from 'next/server';
import { AuthFrame } from '@/components/auth/auth-frame';
import { SetupForm } from '@/components/auth/setup-form';
import { findInvitation } from '@/lib/commands/people/find-invitation';
import { deskOfProcess } from '@/lib/desk/desk-of-process';

// The address holds a secret: it is told to nobody.
export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  await connection();
  const { token } = await params;
  const invitation = await findInvitation(deskOfProcess(), token);
  return (
    <AuthFrame>
      <SetupForm token={token} open={invitation?.personId === null} />
    </AuthFrame>
  );
}
