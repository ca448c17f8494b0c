import { z } from '@hono/zod-openapi';
import { DATE_SPANS } from '@/lib/desk/wire-attributes';

const distributionSchema = z.union([
  z.object({ format: z.literal('boolean'), yes: z.int(), no: z.int() }),
  z.object({
    format: z.literal('text'),
    texts: z.array(z.object({ text: z.string(), contacts: z.int() })).openapi({
      description: 'The ten most common; neither case nor white space tells them apart',
    }),
    others: z.int().openapi({ description: 'The contacts that have another text' }),
    different: z.int(),
    isComplete: z
      .boolean()
      .openapi({ description: 'Whether all were told apart, or only the first of very many' }),
  }),
  z.object({
    format: z.literal('number'),
    bars: z
      .array(z.object({ from: z.number(), to: z.number(), contacts: z.int() }))
      .openapi({ description: 'In order and without a hole; `to` begins the next one' }),
    least: z.number().nullable(),
    most: z.number().nullable(),
    isWhole: z.boolean(),
  }),
  z.object({
    format: z.literal('date'),
    span: z.enum(DATE_SPANS),
    bars: z
      .array(z.object({ from: z.string(), contacts: z.int() }))
      .openapi({ description: 'By the month each begins with, such as 2026-01' }),
  }),
]);

/** How many contacts have a value, from where, and which. */
export const coverageSchema = z
  .object({
    scanned: z.int(),
    total: z.int(),
    contacts: z.int().openapi({ description: 'Those scanned with a value that is not empty' }),
    bySource: z.object({ agent: z.int(), channel: z.int(), crm: z.int() }),
    distribution: distributionSchema,
    done: z.boolean().openapi({ description: 'True on the last line, and on no other' }),
  })
  .openapi('AttributeCoverage');
