import { z } from 'zod';

const Refused = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
});
const SignInRefused = z.object({ message: z.string(), code: z.string().optional() });

/** Why the desk did not do it, in the user's words. Status 0 means that it did not answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    message: string,
    readonly code?: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

function refusalOf(status: number, body: unknown): Refusal {
  const ours = Refused.safeParse(body);
  if (ours.success) {
    const { message, code, field } = ours.data.error;
    return new Refusal(status, message, code, field);
  }
  const theirs = SignInRefused.safeParse(body);
  if (theirs.success) return new Refusal(status, theirs.data.message, theirs.data.code);
  return new Refusal(status, 'The desk could not do this. Try again in a moment.');
}

/** Posts JSON to a path of this site, for those who are not signed in yet. Throws Refusal. */
export async function send(path: string, body: object): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refusal(0, 'The desk did not answer. Look at your connection and try again.');
  }
  if (answer.ok) return;
  throw refusalOf(answer.status, await answer.json().catch(() => null));
}
