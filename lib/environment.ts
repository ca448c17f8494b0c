import { join, parse } from 'node:path';
import { z } from 'zod';

/** A host as a URL spells it, and perhaps a port. */
const HOST = /^([a-z\d._-]+|\[[a-f\d:.]+\])(:\d{1,5})?$/i;

const headerName = z.string().regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header');

const environmentSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must be sqlite:PATH, such as sqlite:data/frontrow.db')
    .default('sqlite:data/frontrow.db'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).optional(),
  FRONTROW_DEMO: z.enum(['0', '1']).default('0'),
  METRICS_ALLOW: z.string().default(''),
  COUNTRY_HEADER: headerName.optional(),
  CLIENT_ADDRESS_HEADER: headerName.optional(),
  OUTGOING_ALLOW: z
    .string()
    .refine(
      (text) => listOf(text).every((host) => HOST.test(host)),
      'must be hosts, such as crm.internal or [::1]:8080',
    )
    .default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
});

export type Environment = {
  /** The desk's SQLite file. */
  databasePath: string;
  /** The file of e-mail addresses, passwords and sessions, beside it. */
  credentialsPath: string;
  /** The file of the secret that signs sessions, beside it. */
  secretPath: string;
  port: number;
  host: string;
  /** Where people open the desk. */
  publicUrl: string;
  /** One-click sign-in for everybody who can reach the desk. */
  demo: boolean;
  /** Addresses that may read the metrics without a token. */
  metricsAllow: string[];
  /** Hosts, `host` or `host:port`, that are called although they lie inside the network. */
  outgoingAllow: string[];
  /** The header in which a proxy names a visitor's country; null for none. */
  countryHeader: string | null;
  /** The header in which a proxy says whose address it asks for; null for none. */
  addressHeader: string | null;
  logLevel: string;
  production: boolean;
};

/**
 * The environment, parsed once at boot. An empty variable is one that is not set. Throws, naming
 * each variable that does not fit.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const set = Object.entries(variables).filter(([, value]) => value !== '');
  const parsed = environmentSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`The environment does not fit: ${problems.join('; ')}`);
  }
  const { DATABASE_URL, PORT, HOST, PUBLIC_URL, FRONTROW_DEMO, NODE_ENV } = parsed.data;
  const databasePath = DATABASE_URL.slice('sqlite:'.length);
  const { dir: folder, name: stem } = parse(databasePath);
  return {
    databasePath,
    credentialsPath: join(folder, `${stem}.credentials.db`),
    secretPath: join(folder, `${stem}.secret`),
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ?? `http://localhost:${PORT}`,
    demo: FRONTROW_DEMO === '1',
    metricsAllow: listOf(parsed.data.METRICS_ALLOW),
    outgoingAllow: listOf(parsed.data.OUTGOING_ALLOW),
    countryHeader: parsed.data.COUNTRY_HEADER?.toLowerCase() ?? null,
    addressHeader: parsed.data.CLIENT_ADDRESS_HEADER?.toLowerCase() ?? null,
    logLevel: parsed.data.LOG_LEVEL,
    production: NODE_ENV === 'production',
  };
}

/** The parts between commas that say something. */
function listOf(text: string): string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}
