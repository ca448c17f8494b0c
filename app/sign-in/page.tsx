import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { AuthFrame } from '@/components/auth/auth-frame';
import { AuthHead } from '@/components/auth/auth-head';
import { DemoSignIn } from '@/components/auth/demo-sign-in';
import { sameSitePath } from '@/components/auth/same-site-path';
import { SignInForm } from '@/components/auth/sign-in-form';
import { accessOfProcess } from '@/lib/auth/access-of-process';
import { deskOfProcess } from '@/lib/desk/desk-of-process';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  await connection();
  const { next: asked } = await searchParams;
  const next = sameSitePath(typeof asked === 'string' ? asked : null);
  const { callers, demo } = accessOfProcess();
  const identified = await callers.fromHeaders(await headers());
  if (identified?.caller.kind === 'person') redirect(next);
  if (deskOfProcess().memory.people.size === 0) {
    return (
      <AuthFrame>
        <AuthHead title="This desk is not set up yet">
          Its first start has printed a one-time link in the terminal. Open that link to become the
          first admin; starting the desk again prints a new one.
        </AuthHead>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame>
      {demo ? (
        <>
          <AuthHead title="Look around the demo desk">
            Come in as whoever you like. Nothing here is real.
          </AuthHead>
          <DemoSignIn next={next} />
        </>
      ) : (
        <AuthHead title="Sign in">Welcome back. The queue is where you left it.</AuthHead>
      )}
      <SignInForm next={next} />
    </AuthFrame>
  );
}
