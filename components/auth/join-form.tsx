'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { AuthHead } from './auth-head';
import { checkNewPassword, PASSWORD_RULE } from './checks';
import { DeadLink } from './dead-link';
import { PasswordInput } from './password-input';
import { useCheckedForm } from './use-checked-form';
import { useDoor } from './use-door';

const CHECKS = { password: checkNewPassword };

/** Chooses the password of somebody who was invited; null stands for a link that is spent. */
export function JoinForm({
  token,
  invited,
}: {
  token: string;
  invited: { name: string; email: string } | null;
}) {
  const { state, enter } = useDoor('/api/v1/join');
  const { field, errors, busy, onSubmit } = useCheckedForm(CHECKS, (text) =>
    enter({ token, password: text('password') }),
  );

  if (!invited || state?.kind === 'dead') {
    return (
      <DeadLink>
        It was used before, or an admin made a newer one. If you have a password, sign in; if not,
        ask an admin for a new link.
      </DeadLink>
    );
  }
  const atPassword = state?.kind === 'refused' && state.field === 'password';

  return (
    <>
      <AuthHead title={`Welcome, ${invited.name}`}>
        Choose a password, and you are in. You sign in with it and your e-mail.
      </AuthHead>
      <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        {state?.kind === 'refused' && !atPassword && <Notice tone="danger">{state.message}</Notice>}
        <Field label="E-mail">
          <Input
            type="email"
            autoComplete="username"
            value={invited.email}
            readOnly
            className="h-9"
          />
        </Field>
        <Field
          label="New password"
          hint={PASSWORD_RULE}
          error={errors.password ?? (atPassword ? state.message : undefined)}
        >
          <PasswordInput autoComplete="new-password" className="h-9" {...field('password')} />
        </Field>
        <Button type="submit" variant="solid" className="mt-1 h-9" busy={busy}>
          Join the desk
        </Button>
      </form>
    </>
  );
}
