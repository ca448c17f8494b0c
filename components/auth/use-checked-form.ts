'use client';

import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import type { Check } from './checks';

type Errors<Name extends string> = Partial<Record<Name, string | null>>;

/**
 * A form of texts that the page itself holds, so that what was typed or filled in before it came to
 * life counts. All are checked when it is submitted, and from then on each as it changes; the first
 * that does not pass gets the focus. `submit` gets the texts by name; `busy` lasts until it is done.
 */
export function useCheckedForm<Name extends string>(
  checks: Record<Name, Check>,
  submit: (text: (name: Name) => string) => Promise<void>,
) {
  const inputs = useRef(new Map<Name, HTMLInputElement>());
  const [errors, setErrors] = useState<Errors<Name>>({});
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);

  /** What the input of that name takes. */
  function field(name: Name) {
    return {
      name,
      ref(input: HTMLInputElement) {
        inputs.current.set(name, input);
        return () => {
          inputs.current.delete(name);
        };
      },
      onChange({ target }: ChangeEvent<HTMLInputElement>) {
        if (submitted) setErrors((now) => ({ ...now, [name]: checks[name](target.value) }));
      },
    };
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    const found: Errors<Name> = {};
    for (const [name, { value }] of inputs.current) found[name] = checks[name](value);
    setErrors(found);
    const [wrong] = [...inputs.current].find(([name]) => found[name]) ?? [];
    if (wrong !== undefined) {
      inputs.current.get(wrong)?.focus();
      return;
    }
    setBusy(true);
    try {
      await submit((name) => inputs.current.get(name)?.value ?? '');
    } finally {
      setBusy(false);
    }
  }

  /** Gives the focus to an input, its text chosen to be written over. */
  function writeAnew(name: Name) {
    inputs.current.get(name)?.focus();
    inputs.current.get(name)?.select();
  }

  return { field, errors, busy, onSubmit, writeAnew };
}
