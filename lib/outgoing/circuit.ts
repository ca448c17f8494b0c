import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { isOutgoingFailure, OutgoingFailure, type OutgoingFailureCode } from './outgoing-failure';

/** Failures that say nothing of the server: it was not asked, or only this call was wrong. */
const NOT_ITS_FAULT: ReadonlySet<OutgoingFailureCode> = new Set(['stopped', 'unsigned', 'bad_url']);

/**
 * Leaves a server alone for a while that has failed several times in a row; then one call tries
 * it. What runs through it throws an OutgoingFailure where the server failed.
 */
export class Circuit {
  private readonly breaker: CircuitBreakerPolicy;

  constructor({ afterFailures, restMs }: { afterFailures: number; restMs: number }) {
    const isItsFault = (error: Error) => isOutgoingFailure(error) && !NOT_ITS_FAULT.has(error.code);
    this.breaker = circuitBreaker(handleWhen(isItsFault), {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(afterFailures),
    });
  }

  /** Whether the server is left alone now. */
  get rests(): boolean {
    return this.breaker.state === CircuitState.Open;
  }

  /** Runs a call, or rejects at once with `resting` while the server is left alone. */
  async run<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await this.breaker.execute(call);
    } catch (thrown) {
      if (!isBrokenCircuitError(thrown)) throw thrown;
      throw new OutgoingFailure('resting', 'It failed several times in a row and is left alone.');
    }
  }
}
