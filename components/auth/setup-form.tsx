'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { AuthHead } from './auth-head';
import { checkEmail, checkName, checkNewPassword, PASSWORD_RULE } from './checks';
import { DeadLink } from './dead-link';
import { PasswordInput } from './password-input';
import { useCheckedForm } from './use-checked-form';
import { useDoor } from './use-door';

const CHECKS = { name: checkName, email: checkEmail, password: checkNewPassword };

/** Makes the first admin of a new desk and signs them in. */
export function SetupForm({ token, open }: { token: string; open: boolean }) {
  const { state, enter } = useDoor('/api/v1/setup');
  const { field, errors, busy, onSubmit } = useCheckedForm(CHECKS, (text) =>
    enter({
      token,
      name: text('name').trim(),
      email: text('email'),
      password: text('password'),
    }),
  );

  if (!open || state?.kind === 'dead') {
    return (
      <DeadLink>
        This desk already has its first admin, or it was started again and made a new link. Sign in,
        or look in the desk’s log.
      </DeadLink>
    );
  }
  const refusedAt = (name: string) =>
    state?.kind === 'refused' && state.field === name ? state.message : undefined;
  const elsewhere =
    state?.kind === 'refused' && !['name', 'email', 'password'].includes(state.field ?? '');

  return (
    <>
      <AuthHead title="Open your desk">
        You are the first here, so you become its admin. You invite the others.
      </AuthHead>
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        {elsewhere && <Notice tone="danger">{state.message}</Notice>}
        <Field label="Name" error={errors.name ?? refusedAt('name')}>
          <Input autoComplete="name" dir="auto" className="h-9" {...field('name')} />
        </Field>
        <Field label="E-mail" error={errors.email ?? refusedAt('email')}>
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
        <Field
          label="Password"
          hint={PASSWORD_RULE}
          error={errors.password ?? refusedAt('password')}
        >
          <PasswordInput autoComplete="new-password" className="h-9" {...field('password')} />
        </Field>
        <Button type="submit" variant="solid" className="mt-1 h-9" busy={busy}>
          Open the desk
        </Button>
      </form>
    </>
  );
}
