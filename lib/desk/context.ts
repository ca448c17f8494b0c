import type { Desk } from './desk';
import type { Actor } from './entry';
import { forbidden } from './errors';
import type { Role, TokenScope } from './facts';

/** On whose behalf a command runs. */
export type PersonCaller = { kind: 'person'; id: string; name: string; role: Role };
export type TokenCaller = { kind: 'token'; id: string; name: string; scope: TokenScope };
/** A channel that brings what its customers do; its id is the key. */
export type ChannelCaller = { kind: 'channel'; id: string; name: string };
export type SystemCaller = { kind: 'system'; id: 'system'; name: string };
export type Caller = PersonCaller | TokenCaller | ChannelCaller | SystemCaller;

/** The desk itself, for what nobody asked for: its foundation, the first admin. */
export const SYSTEM: SystemCaller = { kind: 'system', id: 'system', name: 'Frontrow' };

/** What every command is given. */
export type Ctx<C extends Caller = Caller> = {
  desk: Desk;
  caller: C;
  /** What entries name as their cause in place of the command: the bulk act it belongs to. */
  cause?: string;
};

/** What a caller may do; the table of who may do what, one word a line. */
export type Capability =
  /** See the queue and conversations, use canned replies, and keep saved views of one's own. */
  | 'see'
  /** Take, reply, note, pend, resolve; release or hand over one's own. */
  | 'work'
  /** Release, hand over and assign anyone's. */
  | 'assignAnyone'
  | 'seeLoad'
  | 'writeValues'
  /** Make, change and delete canned replies. */
  | 'writeCannedReplies'
  /** Make, change, order and delete the saved views that everybody has. */
  | 'shareViews'
  /** Bring contacts in from a file, and take that back. */
  | 'importContacts'
  /** Take contacts out into a file. */
  | 'exportContacts'
  /** Delete all that is known of a contact, for good. */
  | 'forgetContacts'
  /** Bring a customer's message to the desk. */
  | 'receiveMessages'
  /** Attributes, segments, prioritization, channels, people, journal. */
  | 'readSettings'
  | 'changeSettings'
  | 'manageTokens';

const AGENT: readonly Capability[] = ['see', 'work', 'writeValues'];
const SUPERVISOR: readonly Capability[] = [
  ...AGENT,
  'assignAnyone',
  'seeLoad',
  'writeCannedReplies',
  'shareViews',
  'importContacts',
  'exportContacts',
  'readSettings',
];

const BY_ROLE: Record<Role, ReadonlySet<Capability>> = {
  agent: new Set(AGENT),
  supervisor: new Set(SUPERVISOR),
  admin: new Set<Capability>([...SUPERVISOR, 'changeSettings', 'manageTokens', 'forgetContacts']),
};

/** Of its own customers only: the commands look whose they are. */
const CHANNEL: ReadonlySet<Capability> = new Set(['writeValues', 'receiveMessages']);

const READ: readonly Capability[] = ['see', 'seeLoad', 'readSettings'];
const INGEST: readonly Capability[] = ['writeValues', 'receiveMessages'];

const BY_SCOPE: Record<TokenScope, ReadonlySet<Capability>> = {
  read: new Set(READ),
  ingest: new Set(INGEST),
  admin: new Set<Capability>([
    ...READ,
    ...INGEST,
    'work',
    'assignAnyone',
    'writeCannedReplies',
    'shareViews',
    'changeSettings',
    'manageTokens',
    'forgetContacts',
    'importContacts',
    'exportContacts',
  ]),
};

/** Whether the caller may do it. */
export function may(caller: Caller, capability: Capability): boolean {
  if (caller.kind === 'system') return true;
  if (caller.kind === 'channel') return CHANNEL.has(capability);
  const granted = caller.kind === 'person' ? BY_ROLE[caller.role] : BY_SCOPE[caller.scope];
  return granted.has(capability);
}

const REFUSALS: Record<Capability, string> = {
  see: 'see the queue',
  work: 'work conversations',
  assignAnyone: 'assign conversations of others',
  seeLoad: "see everyone's load",
  writeValues: 'write attribute values',
  writeCannedReplies: 'change canned replies',
  shareViews: 'change shared views',
  importContacts: 'import contacts',
  exportContacts: 'export contacts',
  forgetContacts: 'forget contacts',
  receiveMessages: 'bring messages to the desk',
  readSettings: 'read the settings',
  changeSettings: 'change the settings',
  manageTokens: 'manage API tokens',
};

/** Throws `forbidden`, saying what the caller may not do. */
export function authorise(caller: Caller, capability: Capability): void {
  if (may(caller, capability)) return;
  const who =
    caller.kind === 'token'
      ? `A token of scope ${caller.scope}`
      : caller.kind === 'person'
        ? `The role ${caller.role}`
        : caller.name;
  throw forbidden(`${who} may not ${REFUSALS[capability]}.`);
}

/** The context of a person, for what only a person can do. Throws `forbidden` for a token. */
export function asPerson(ctx: Ctx): Ctx<PersonCaller> {
  const { caller } = ctx;
  if (caller.kind !== 'person') throw forbidden('Only a person can do this, not an API token.');
  return { ...ctx, caller };
}

/** The caller as the journal names it. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === 'system' || caller.kind === 'channel') return caller;
  return { kind: caller.kind, id: caller.id, name: caller.name };
}
