import { parseArgs } from 'node:util';
import type { z } from 'zod';

/**
 * The command line's `--name value` pairs as the schema wants them. Whatever does not fit prints
 * the usage on standard error and ends the process with 2.
 */
export function readArguments<S extends z.ZodObject>(schema: S, usage: string): z.infer<S> {
  const options = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, { type: 'string' as const }]),
  );
  try {
    return schema.parse(parseArgs({ options }).values);
  } catch {
    console.error(usage);
    process.exit(2);
  }
}
