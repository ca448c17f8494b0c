'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { AuthHead } from './auth-head';
import { DeadLink } from './dead-link';
import { newPassword, PASSWORD_RULE } from './password';
import { PasswordInput } from './password-input';
import { useDoor } from './use-door';

const FirstAdmin = z.object({
  name: z.string().trim().min(1, 'Enter your name.').max(80, 'A name has at most 80 characters.'),
  email: z.email('Enter your e-mail address, like sam@example.com.'),
  password: newPassword,
});

/** Makes the first admin of a new desk and signs them in. */
export function SetupForm({ token, open }: { token: string; open: boolean }) {
  const { state, enter } = useDoor('/api/v1/setup');
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(FirstAdmin),
    defaultValues: { name: '', email: '', password: '' },
  });
  const { errors, isSubmitting } = formState;

  if (!open || state?.kind === 'dead') {
    return (
      <DeadLink>
        This desk already has its first admin, or it was started again and made a new link. Sign in,
        or look in the desk’s log.
      </DeadLink>
    );
  }
  const refusedAt = (field: string) =>
    state?.kind === 'refused' && state.field === field ? state.message : undefined;
  const elsewhere =
    state?.kind === 'refused' && !['name', 'email', 'password'].includes(state.field ?? '');

  return (
    <>
      <AuthHead title="Open your desk">
        You are the first here, so you become its admin. You invite the others.
      </AuthHead>
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit((admin) => enter({ token, ...admin }))}
        className="flex flex-col gap-4"
      >
        {elsewhere && <Notice tone="danger">{state.message}</Notice>}
        <Field label="Name" error={errors.name?.message ?? refusedAt('name')}>
          <Input autoComplete="name" dir="auto" className="h-9" {...register('name')} />
        </Field>
        <Field label="E-mail" error={errors.email?.message ?? refusedAt('email')}>
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
        <Field
          label="Password"
          hint={PASSWORD_RULE}
          error={errors.password?.message ?? refusedAt('password')}
        >
          <PasswordInput autoComplete="new-password" className="h-9" {...register('password')} />
        </Field>
        <Button type="submit" variant="solid" className="mt-1 h-9" busy={isSubmitting}>
          Open the desk
        </Button>
      </form>
    </>
  );
}
