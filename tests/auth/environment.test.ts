import { describe, expect, test } from 'vitest';
import { readEnvironment } from '@/lib/environment';

const NODE_ENV = 'production' as const;

describe('the environment', () => {
  test('needs nothing', () => {
    expect(readEnvironment({ NODE_ENV: 'development' })).toEqual({
      databasePath: 'data/frontrow.db',
      credentialsPath: 'data/frontrow.credentials.db',
      secretPath: 'data/frontrow.secret',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      demo: false,
      metricsAllow: [],
      outgoingAllow: [],
      countryHeader: null,
      addressHeader: null,
      logLevel: 'info',
      production: false,
    });
  });

  test('reads a list of addresses that may see the metrics', () => {
    const { metricsAllow } = readEnvironment({ METRICS_ALLOW: '10.0.0.7, ::1,', NODE_ENV });
    expect(metricsAllow).toEqual(['10.0.0.7', '::1']);
  });

  test('reads a list of hosts that may be called inside the network', () => {
    const told = { OUTGOING_ALLOW: 'crm.internal, 127.0.0.1:8080,[::1]:80,', NODE_ENV };
    expect(readEnvironment(told).outgoingAllow).toEqual([
      'crm.internal',
      '127.0.0.1:8080',
      '[::1]:80',
    ]);
  });

  test('reads the headers in which a proxy says where somebody is, however they are written', () => {
    const told = { COUNTRY_HEADER: 'CF-IPCountry', CLIENT_ADDRESS_HEADER: 'X-Forwarded-For' };
    expect(readEnvironment({ ...told, NODE_ENV })).toMatchObject({
      countryHeader: 'cf-ipcountry',
      addressHeader: 'x-forwarded-for',
    });
  });

  test('takes an empty variable for one that is not set', () => {
    const empty = { DATABASE_URL: '', PORT: '', HOST: '', PUBLIC_URL: '', LOG_LEVEL: '', NODE_ENV };
    expect(readEnvironment(empty)).toMatchObject({ port: 3000, host: '127.0.0.1' });
  });

  test('says what it is told', () => {
    const told = { PORT: '8080', HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example', NODE_ENV };
    expect(readEnvironment(told)).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://desk.example',
      production: true,
    });
  });

  test.each([
    ['sqlite:desk.db', 'desk.db', 'desk.credentials.db', 'desk.secret'],
    [
      'sqlite:/var/lib/desk.db',
      '/var/lib/desk.db',
      '/var/lib/desk.credentials.db',
      '/var/lib/desk.secret',
    ],
    ['sqlite:/desk.db', '/desk.db', '/desk.credentials.db', '/desk.secret'],
    ['sqlite:./desk', './desk', 'desk.credentials.db', 'desk.secret'],
    ['sqlite:a/b.c/d.e.db', 'a/b.c/d.e.db', 'a/b.c/d.e.credentials.db', 'a/b.c/d.e.secret'],
  ])('keeps credentials and secret beside %s', (url, databasePath, credentialsPath, secretPath) => {
    expect(readEnvironment({ DATABASE_URL: url, NODE_ENV })).toMatchObject({
      databasePath,
      credentialsPath,
      secretPath,
    });
  });

  test.each([
    ['DATABASE_URL', 'postgres://localhost/desk'],
    ['DATABASE_URL', 'desk.db'],
    ['DATABASE_URL', 'sqlite:'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000a'],
    ['PORT', '3e3'],
    ['PORT', ' '],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'desk.example'],
    ['PUBLIC_URL', 'ftp://desk.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['FRONTROW_DEMO', 'yes'],
    ['FRONTROW_DEMO', 'true'],
    ['OUTGOING_ALLOW', 'http://crm.internal'],
    ['OUTGOING_ALLOW', 'crm.internal/lookup'],
    ['OUTGOING_ALLOW', '::1'],
    ['OUTGOING_ALLOW', '*'],
    ['COUNTRY_HEADER', 'cf ipcountry'],
    ['CLIENT_ADDRESS_HEADER', 'x-forwarded-for:'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'INFO'],
    ['NODE_ENV', 'staging'],
  ])('is refused with %s=%s, by name', (name, value) => {
    expect(() => readEnvironment({ NODE_ENV, [name]: value })).toThrow(
      new RegExp(`^The environment does not fit: ${name} `),
    );
  });

  test('is refused with all its faults at once', () => {
    const bad = { PORT: 'x', LOG_LEVEL: 'x', NODE_ENV };
    expect(() => readEnvironment(bad)).toThrow(/PORT .*; LOG_LEVEL /);
  });
});
