import type { z } from 'zod';
import { isDeskError } from '@/lib/desk/errors';
import type { WireError } from '@/lib/desk/wire';
import { INTERNAL_ERROR, inputError, wireErrorOf } from '@/lib/desk/wire-error';

type Answering<Event extends string> = {
  /** Registers a listener for a message of the socket. */
  listen: (event: Event, listener: (...sent: unknown[]) => void) => void;
  /** Throws what is not allowed, before anything is done. */
  authorise: () => void;
  onError: (error: unknown) => void;
};

/**
 * Gives the way to answer every message of a socket: parsed, allowed, done. What is refused is
 * acknowledged with its error; what asks for no acknowledgement is dropped. Nothing a client sends
 * throws.
 */
export function answerEach<Event extends string>({ listen, authorise, onError }: Answering<Event>) {
  return function on<S extends z.ZodType>(
    event: Event,
    schema: S,
    handle: (request: z.output<S>, answer: (state: object) => void) => void | Promise<void>,
  ): void {
    listen(event, (...sent) => {
      const acknowledge = sent.at(-1);
      const answer = (state: object) => {
        if (typeof acknowledge === 'function') acknowledge(state);
      };
      const refuse = (error: unknown) => answer({ error: refusalOf(error, onError) });
      const parsed = schema.safeParse(sent[0]);
      if (!parsed.success) return answer({ error: inputError(parsed.error) });
      try {
        authorise();
        handle(parsed.data, answer)?.catch(refuse);
      } catch (error) {
        refuse(error);
      }
    });
  };
}

function refusalOf(error: unknown, onError: (error: unknown) => void): WireError {
  if (isDeskError(error)) return wireErrorOf(error);
  onError(error);
  return INTERNAL_ERROR;
}
