import { fieldsOf } from '@/components/workspace/fields-of';

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

/** The refusal that an answer tells of: in our API's form, or else in better-auth's. */
export function refusalOf(status: number, body: unknown): Refusal {
  const { error, message, code } = fieldsOf(body);
  const { message: words, code: name, field } = fieldsOf(error);
  if (typeof words === 'string' && typeof name === 'string' && isTextIfAny(field)) {
    return new Refusal(status, words, name, field);
  }
  if (typeof message === 'string' && isTextIfAny(code)) return new Refusal(status, message, code);
  return new Refusal(status, 'The desk could not do this. Try again in a moment.');
}

function isTextIfAny(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
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
