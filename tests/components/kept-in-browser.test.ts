import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseUnsent } from '@/components/conversation/unsent';
import { parseNoticeChoices } from '@/components/notices/kept-notices';

/** What is none is left out. */
const those = <S extends z.ZodType>(one: S) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((stored) => stored.flatMap((each) => one.safeParse(each).data ?? []));

const unsent = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['reply', 'note']),
    text: z.string(),
    mentions: those(z.object({ id: z.string(), name: z.string() })),
    attachments: those(
      z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number() }),
    ),
    status: z.enum(['pending', 'resolved']),
    problem: z.string().nullable(),
  }),
);

/** A field as it should be, most often, or as somebody else's program might have left it. */
const field = (...good: fc.Arbitrary<unknown>[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.oneof(...good) }, fc.constantFrom(undefined, null, 3, {}));
const word = (...words: string[]) => field(fc.constantFrom(...words));
const text = field(fc.string());
const textOrNull = field(fc.string(), fc.constant(null));

const storedUnsent = fc.array(
  fc.record({
    id: text,
    kind: word('reply', 'note'),
    text,
    mentions: field(fc.array(fc.record({ id: text, name: text }), { maxLength: 2 })),
    attachments: field(
      fc.array(fc.record({ id: text, name: text, type: text, bytes: field(fc.nat()) }), {
        maxLength: 2,
      }),
    ),
    status: word('pending', 'resolved'),
    problem: textOrNull,
  }),
  { maxLength: 3 },
);

const onOrOff = z.object({ sound: z.boolean(), desktop: z.boolean() });
const noticeChoices = z.object({
  mention: onOrOff,
  assignment: onOrOff,
  arrival: onOrOff,
  preview: z.boolean(),
});

const flag = field(fc.boolean());
const storedWays = field(fc.record({ sound: flag, desktop: flag }));
const storedNoticeChoices = fc.record({
  mention: storedWays,
  assignment: storedWays,
  arrival: storedWays,
  preview: flag,
});

test.each<[string, (stored: unknown) => unknown, z.ZodType, fc.Arbitrary<unknown>]>([
  ['messages on their way', parseUnsent, unsent, storedUnsent],
  ['choices of notices', parseNoticeChoices, noticeChoices, storedNoticeChoices],
])('%s that the browser kept: taken exactly where zod takes it', (_, parse, schema, likely) => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: likely }, fc.jsonValue()), (stored) => {
      const expected = schema.safeParse(stored);
      expect(parse(stored)).toEqual(expected.success ? expected.data : null);
    }),
    { numRuns: 1_000 },
  );
});
