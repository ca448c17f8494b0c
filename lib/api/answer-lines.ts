import type { Context } from 'hono';
import type { WireError } from '@/lib/desk/wire';
import { INTERNAL_ERROR } from '@/lib/desk/wire-error';
import { errorAnswer } from './errors';

// Widened: the library takes the literal for a misspelt kind of JSON.
export const NDJSON: string = 'application/x-ndjson';

/** Of what the lines before it have told, something may have been changed. */
const ENDED_EARLY: WireError = {
  code: INTERNAL_ERROR.code,
  message: 'Something went wrong on our side, and this ended early.',
};

/**
 * Answers with a line of JSON for each thing, as it is made; things are made no faster than they
 * are read, and no more once the client has gone away. Should making them fail, the last line is an
 * error.
 */
export function answerLines(
  c: Context,
  things: AsyncGenerator<unknown>,
  onError: (error: unknown) => void,
) {
  let gone = false;
  const encoder = new TextEncoder();
  const line = (thing: unknown) => encoder.encode(`${JSON.stringify(thing)}\n`);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await things.next();
          if (gone) return;
          if (done) controller.close();
          else controller.enqueue(line(value));
        } catch (thrown) {
          if (gone) return;
          const { error } = errorAnswer(thrown, onError);
          controller.enqueue(line({ error: error === INTERNAL_ERROR ? ENDED_EARLY : error }));
          controller.close();
        }
      },
      async cancel() {
        gone = true;
        await things.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  // A proxy that gathers the answer before it passes it on would hide how far things have come.
  return c.body(body, 200, { 'content-type': NDJSON, 'x-accel-buffering': 'no' });
}
