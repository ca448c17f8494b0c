'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { checkEmail, checkPassword } from './checks';
import { PasswordInput } from './password-input';
import { Refusal, send } from './send';
import { useCheckedForm } from './use-checked-form';

const CHECKS = { email: checkEmail, password: checkPassword };

function words(error: unknown): string {
  if (!(error instanceof Refusal)) return 'Something went wrong in this page. Reload it.';
  if (error.status === 400 || error.status === 401 || error.status === 422) {
    return 'This e-mail and password do not belong together. Try again.';
  }
  if (error.status === 429) return 'Too many attempts. Wait a minute, then try again.';
  return error.message;
}

/** E-mail and password; goes on to a path of this site. */
export function SignInForm({ next }: { next: string }) {
  const [refused, setRefused] = useState<string | null>(null);
  const { field, errors, busy, onSubmit, writeAnew } = useCheckedForm(CHECKS, async (text) => {
    setRefused(null);
    try {
      await send('/api/auth/sign-in/email', { email: text('email'), password: text('password') });
      window.location.assign(next);
      // Stays busy until the next page stands.
      await new Promise(() => {});
    } catch (error) {
      setRefused(words(error));
      writeAnew('password');
    }
  });

  return (
    <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      {refused && <Notice tone="danger">{refused}</Notice>}
      <Field label="E-mail" error={errors.email}>
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          className="h-9"
          {...field('email')}
        />
      </Field>
      <Field label="Password" error={errors.password}>
        <PasswordInput autoComplete="current-password" className="h-9" {...field('password')} />
      </Field>
      <Button type="submit" variant="solid" className="mt-1 h-9" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
