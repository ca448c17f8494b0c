import { expect, it } from 'vitest';
import { answerLines } from '@/components/live/call-api';

/** An answer that arrives in these parts, and then ends or breaks. */
function answer(parts: readonly Uint8Array[], breaks = false): Response {
  const left = [...parts];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = left.shift();
      if (part) controller.enqueue(part);
      else if (breaks) controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
  return new Response(body);
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function heard(response: Response): Promise<{ lines: unknown[]; failure: unknown }> {
  const lines: unknown[] = [];
  try {
    for await (const line of answerLines(response)) lines.push(line);
    return { lines, failure: null };
  } catch (failure) {
    return { lines, failure };
  }
}

it('lines are read however the network cuts them, in the middle of a letter too', async () => {
  const whole = bytes('{"a":1}\n{"name":"Zoë"}\n\n{"a":3}');
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const { lines } = await heard(answer([whole.slice(0, cut), whole.slice(cut)]));
    expect(lines).toEqual([{ a: 1 }, { name: 'Zoë' }, { a: 3 }]);
  }
});

it('a line that is an error is what the call fails with', async () => {
  const error = '{"error":{"code":"internal","message":"Something went wrong."}}';
  expect(await heard(answer([bytes(`{"a":1}\n${error}\n`)]))).toMatchObject({
    lines: [{ a: 1 }],
    failure: { name: 'ApiFailure', code: 'internal', message: 'Something went wrong.' },
  });
});

it.each([
  ['between two lines', '{"a":1}\n', true],
  ['within a line', '{"a":1}\n{"a"', true],
  ['within the last line, as if it had ended', '{"a":1}\n{"a"', false],
])('a connection that breaks %s is told as one', async (_, text, breaks) => {
  expect(await heard(answer([bytes(text)], breaks))).toMatchObject({
    lines: [{ a: 1 }],
    failure: { name: 'ApiFailure', code: 'unreachable' },
  });
});
