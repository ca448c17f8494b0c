'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { PasswordInput } from './password-input';
import { Refusal, send } from './send';

const Credentials = z.object({
  email: z.email('Enter your e-mail address, like sam@example.com.'),
  password: z.string().min(1, 'Enter your password.'),
});

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
  const { register, handleSubmit, formState, setFocus } = useForm({
    resolver: zodResolver(Credentials),
    defaultValues: { email: '', password: '' },
    reValidateMode: 'onChange',
  });
  const { errors, isSubmitting } = formState;

  const signIn = handleSubmit(async (credentials) => {
    setRefused(null);
    try {
      await send('/api/auth/sign-in/email', credentials);
      window.location.assign(next);
      // Stays busy until the next page stands.
      await new Promise(() => {});
    } catch (error) {
      setRefused(words(error));
      setFocus('password', { shouldSelect: true });
    }
  });

  return (
    <form method="post" noValidate onSubmit={signIn} className="flex flex-col gap-4">
      {refused && <Notice tone="danger">{refused}</Notice>}
      <Field label="E-mail" error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          className="h-9"
          {...register('email')}
        />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <PasswordInput autoComplete="current-password" className="h-9" {...register('password')} />
      </Field>
      <Button type="submit" variant="solid" className="mt-1 h-9" busy={isSubmitting}>
        Sign in
      </Button>
    </form>
  );
}
