import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '@/lib/desk/errors';

/** More than anybody types. */
const WRITES_A_MINUTE = 30;
/** More pages than anybody looks at: each is kept in the journal. */
const MOVES_A_MINUTE = 120;
/** So many people of one address, such as an office, may write for the first time. */
const NEWCOMERS = { points: 20, duration: 600 };
/** Everything else a browser asks, in ten seconds. */
const ASKED = { points: 100, duration: 10 };

/** Slows down who writes or asks without end; each rejects with `too_many`, in words. */
export class VisitorLimits {
  private readonly writes = new RateLimiterMemory({ points: WRITES_A_MINUTE, duration: 60 });
  private readonly moves = new RateLimiterMemory({ points: MOVES_A_MINUTE, duration: 60 });
  private readonly newcomers = new RateLimiterMemory(NEWCOMERS);
  private readonly asked = new RateLimiterMemory(ASKED);

  /** A visitor writes. */
  async write(visitor: string): Promise<void> {
    await spend(this.writes, visitor);
  }

  /**
   * Somebody writes for the first time. An address that is none of the internet's is a proxy's that
   * does not say for whom it asks: nobody is slowed down for it.
   */
  async newcomer(address: string): Promise<void> {
    const network = networkOf(address);
    if (network !== null) await spend(this.newcomers, network);
  }

  /** A visitor goes to another page. */
  async move(visitor: string): Promise<void> {
    await spend(this.moves, visitor);
  }

  /** A socket asks something else. */
  async ask(socket: string): Promise<void> {
    await spend(this.asked, socket);
  }
}

/** What counts as one address: of IPv6 the network of 64 bits, which is one household's; null for none of the internet's. */
function networkOf(address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return null;
  return parsed instanceof ipaddr.IPv6
    ? parsed.toByteArray().slice(0, 8).join('.')
    : parsed.toString();
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.ceil(error.msBeforeNext / 1_000);
    throw tooMany(`That was a lot at once. Please wait ${seconds} seconds.`);
  }
}
