import { is, Param, Placeholder, type Query } from 'drizzle-orm';
import type { Database } from './open-database';

/** Runs a write with values for its placeholders; gives how many rows it met. */
export type Write = { run(values: Record<string, unknown>): { changes: number } };

type Bind = (values: Record<string, unknown>) => unknown;

/**
 * Prepares a write as drizzle would. Where its values go is found out once; what drizzle prepares
 * looks for its placeholders at every run.
 */
export function prepareWrite({ $client }: Database, query: { toSQL(): Query }): Write {
  const { sql, params } = query.toSQL();
  const statement = $client.prepare(sql);
  const binds = params.map(bindOf);
  return { run: (values) => statement.run(...binds.map((bind) => bind(values))) };
}

function bindOf(param: unknown): Bind {
  if (is(param, Placeholder)) return (values) => valueGiven(param.name, values);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value } = param;
    return (values) => encoder.mapToDriverValue(valueGiven(value.name, values));
  }
  return () => param;
}

function valueGiven(name: string, values: Record<string, unknown>): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`A write is missing its ${name}.`);
  return value;
}
