/** Why a call to somebody else's server came to nothing, told apart by `code`. */
export type OutgoingFailureCode =
  /** The URL itself is not one that is called. */
  | 'bad_url'
  /** The address lies inside a network that is not called. */
  | 'refused_address'
  | 'dns'
  | 'no_connection'
  | 'tls'
  | 'timed_out'
  | 'redirected'
  | 'too_large'
  /** The answer ended before it was whole, or is not HTTP. */
  | 'broken_answer'
  /** An answer, but not a good one; `status` says which. */
  | 'bad_status'
  /** There is nothing to sign the call with, so it is not made. */
  | 'unsigned'
  /** It failed so often that it is left alone for a while. */
  | 'resting'
  /** The desk is being stopped, or nobody wants the answer any more. */
  | 'stopped';

/** A failed outgoing call: `code` for programs, the message for people, with no secret in it. */
export class OutgoingFailure extends Error {
  override readonly name = 'OutgoingFailure';
  constructor(
    readonly code: OutgoingFailureCode,
    message: string,
    readonly status?: number,
    /** What the server said of when to come again: its `Retry-After`, as it came. */
    readonly retryAfter?: string,
  ) {
    super(message);
  }
}

/** Whether anything thrown is an OutgoingFailure, also one made in another module graph. */
export function isOutgoingFailure(error: unknown): error is OutgoingFailure {
  return error instanceof Error && error.name === 'OutgoingFailure' && 'code' in error;
}

/** Codes of what goes wrong below HTTP, as Node names them. */
const TLS = /^(EPROTO|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
const DNS = /^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL|EREFUSED|ETIMEOUT|ENOTIMP|EBADNAME)/;
const NOT_CONNECTED = new Map([
  ['ECONNREFUSED', 'Nothing listens there: the connection was refused.'],
  ['EHOSTUNREACH', 'The host cannot be reached.'],
  ['ENETUNREACH', 'The network cannot be reached.'],
  ['ETIMEDOUT', 'No connection came about.'],
  ['UND_ERR_CONNECT_TIMEOUT', 'No connection came about.'],
]);

/** What Node or its HTTP client threw, as a failure in plain words. */
export function failureOf(thrown: unknown): OutgoingFailure {
  if (isOutgoingFailure(thrown)) return thrown;
  const code = codeOf(thrown);
  const notConnected = NOT_CONNECTED.get(code);
  if (notConnected) return new OutgoingFailure('no_connection', notConnected);
  if (DNS.test(code)) return new OutgoingFailure('dns', `Its name was not found (${code}).`);
  if (TLS.test(code))
    return new OutgoingFailure('tls', `No secure connection came about (${code}).`);
  const reason = code === '' ? '' : ` (${code})`;
  return new OutgoingFailure('broken_answer', `The answer broke off or was not HTTP${reason}.`);
}

function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return '';
  return 'code' in thrown ? String(thrown.code) : '';
}
