import { type Attribute, type Attributes, MAX_VALUE_LENGTH } from '@/lib/attributes/attribute';
import { parseValue } from '@/lib/attributes/formats';
import { mayWrite } from '@/lib/attributes/may-write';
import { MAX_EXTERNAL_ID_LENGTH, MAX_MESSAGE_LENGTH } from './checks';
import { isKeepable, keepableText, NOT_KEEPABLE } from './keepable-text';
import { readPath } from './payload-path';

/**
 * What a webhook's body says of a customer: the path of each fact in it, null for one it does not
 * have. The browser tries it on a sample with the code that reads the real ones.
 */
export type PayloadMapping = {
  externalId: string;
  name: string | null;
  text: string | null;
  messageId: string | null;
  sentAt: string | null;
  attributes: { attribute: string; path: string }[];
};

export const MAX_MAPPED_ATTRIBUTES = 50;

/** The facts besides attributes, in the order they are shown. */
export const MAPPED_FIELDS = ['externalId', 'name', 'text', 'messageId', 'sentAt'] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** An attribute, or a fact, that was not kept, and why. */
export type Refused = { attribute: string; message: string };

/** A webhook's body, read. */
export type MappedPayload = {
  externalId: string;
  name: string | undefined;
  /** Null when the body has no message: then its values alone are written. */
  text: string | null;
  messageId: string | null;
  /** The sender's clock, milliseconds. */
  sentAt: number | null;
  attributes: ReadonlyMap<string, unknown>;
  /** What could not be read, and was left out. */
  refused: Refused[];
};

type Read<T> = { ok: true; value: T | null } | { ok: false; message: string };

/** Without these a webhook is not taken at all; what else is wrong is left out and told. */
const NEEDED: ReadonlySet<MappedField> = new Set(['externalId', 'text', 'messageId']);

/** Reads a body by its mapping; `field` says what it cannot be taken without. Pure. */
export function mapPayload(
  mapping: PayloadMapping,
  json: unknown,
): { ok: true; payload: MappedPayload } | { ok: false; field: MappedField; message: string } {
  const externalId = readText(at(json, mapping.externalId), 'externalId');
  if (!externalId.ok) return { ...externalId, field: 'externalId' };
  if (externalId.value === null)
    return {
      ok: false,
      field: 'externalId',
      message: `There is nothing at ${mapping.externalId}.`,
    };
  const text = readText(at(json, mapping.text), 'text');
  if (!text.ok) return { ...text, field: 'text' };
  const messageId = readText(at(json, mapping.messageId), 'messageId');
  if (!messageId.ok) return { ...messageId, field: 'messageId' };

  const refused: Refused[] = [];
  const name = readText(at(json, mapping.name), 'name');
  if (!name.ok) refused.push({ attribute: 'name', message: name.message });
  const sentAt = readTime(at(json, mapping.sentAt));
  if (!sentAt.ok) refused.push({ attribute: 'sentAt', message: sentAt.message });

  const attributes = new Map<string, unknown>();
  for (const { attribute, path } of mapping.attributes) {
    const value = at(json, path);
    if (value === undefined) continue;
    if (typeof value === 'string' && !isKeepable(value))
      refused.push({ attribute, message: NOT_KEEPABLE });
    else attributes.set(attribute, value);
  }
  const payload: MappedPayload = {
    externalId: externalId.value,
    name: (name.ok && name.value) || undefined,
    text: text.value,
    messageId: messageId.value,
    sentAt: sentAt.ok ? sentAt.value : null,
    attributes,
    refused,
  };
  if (payload.text === null && attributes.size === 0 && payload.name === undefined)
    return { ok: false, field: 'text', message: 'This has neither a message nor an attribute.' };
  return { ok: true, payload };
}

/** What one line of a mapping gives from a sample. */
export type Tried = {
  /** What lies at the path; undefined where nothing does. */
  found: unknown;
  /** What would be kept, as it is shown; null for nothing. */
  gives: string | null;
  /** Why it is refused; null when it is not. */
  problem: string | null;
  /** Whether the whole webhook is refused with it. */
  isFatal: boolean;
};

/** What a fact besides attributes gives from a sample. Pure. */
export function tryField(field: MappedField, path: string, json: unknown): Tried {
  const found = at(json, path);
  const read: Read<string | number> = field === 'sentAt' ? readTime(found) : readText(found, field);
  const isFatal = NEEDED.has(field);
  if (!read.ok) return { found, gives: null, problem: read.message, isFatal };
  if (read.value === null) {
    const problem = field === 'externalId' ? `There is nothing at ${path}.` : null;
    return { found, gives: null, problem, isFatal: problem !== null };
  }
  const gives = typeof read.value === 'number' ? new Date(read.value).toISOString() : read.value;
  return { found, gives, problem: null, isFatal: false };
}

/** What an attribute gives from a sample, for a contact who has no value for it yet. Pure. */
export function tryAttribute(
  attributes: Attributes,
  { attribute: key, path }: PayloadMapping['attributes'][number],
  json: unknown,
): Tried {
  const found = at(json, path);
  const attribute = attributes.get(key);
  const problem = found === undefined ? null : problemWith(attribute, key, found);
  const gives = found === undefined || found === null || problem !== null ? null : String(found);
  return { found, gives, problem, isFatal: false };
}

function problemWith(attribute: Attribute | undefined, key: string, value: unknown): string | null {
  if (!attribute) return `There is no attribute ${key}.`;
  if (typeof value === 'string' && !isKeepable(value)) return NOT_KEEPABLE;
  const parsed = value === null ? null : parseValue(attribute, value);
  if (parsed && !parsed.ok) return parsed.message;
  const leave = mayWrite(attribute, 'channel', undefined);
  return leave.ok ? null : leave.message;
}

function at(json: unknown, path: string | null): unknown {
  return path === null ? undefined : readPath(json, path);
}

const MAX_LENGTH: Record<Exclude<MappedField, 'sentAt'>, number> = {
  externalId: MAX_EXTERNAL_ID_LENGTH,
  name: MAX_VALUE_LENGTH,
  text: MAX_MESSAGE_LENGTH,
  messageId: MAX_EXTERNAL_ID_LENGTH,
};

/** Text, or for ids a whole number; white space alone is none. */
function readText(value: unknown, field: keyof typeof MAX_LENGTH): Read<string> {
  const isId = field === 'externalId' || field === 'messageId';
  if (value === undefined || value === null) return { ok: true, value: null };
  if (typeof value === 'number' && isId) return readNumericId(value);
  if (typeof value !== 'string')
    return refuse(isId ? 'This must be text or a whole number.' : 'This must be text.');
  if (isId && !isKeepable(value)) return refuse(NOT_KEEPABLE);
  const text = isId ? value.trim() : keepableText(value);
  if (text.trim() === '') return { ok: true, value: null };
  const most = MAX_LENGTH[field];
  if (text.length > most) return refuse(`This has ${text.length} characters; at most ${most} fit.`);
  return { ok: true, value: text };
}

function readNumericId(value: number): Read<string> {
  if (Number.isSafeInteger(value)) return { ok: true, value: String(value) };
  return refuse('This number is too long to be read exactly; use a field that has it as text.');
}

/** Later than any moment in seconds that a sender would mean, and earlier than any in milliseconds. */
const SECONDS_BELOW = 100_000_000_000;
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** A time with its offset, or seconds or milliseconds since 1970. */
function readTime(value: unknown): Read<number> {
  if (value === undefined || value === null) return { ok: true, value: null };
  const atMs =
    typeof value === 'number'
      ? Math.trunc(Math.abs(value) < SECONDS_BELOW ? value * 1_000 : value)
      : typeof value === 'string' && WITH_OFFSET.test(value)
        ? Date.parse(value)
        : Number.NaN;
  if (!Number.isNaN(new Date(atMs).getTime())) return { ok: true, value: atMs };
  return refuse(
    'This must be a time with its offset, such as 2026-03-02T09:31:00Z, or seconds since 1970.',
  );
}

function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
