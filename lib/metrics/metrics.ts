import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CommitTiming, Desk } from '@/lib/desk/desk';

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5];
const BATCHES = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** What the desk tells of itself, in the words of Prometheus. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly entries = new Counter({
    name: 'frontrow_entries_total',
    help: 'Journal entries folded into memory, by kind',
    labelNames: ['kind'],
    registers: [this.registry],
  });
  private readonly commits = new Histogram({
    name: 'frontrow_commit_seconds',
    help: 'From accepting a change until it is durable, and until it is folded',
    labelNames: ['until'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly batches = new Histogram({
    name: 'frontrow_commit_batch_size',
    help: 'Commits that shared one transaction',
    buckets: BATCHES,
    registers: [this.registry],
  });
  private readonly tellings = new Histogram({
    name: 'frontrow_told_seconds',
    help: 'From folding a change until the open screens were told',
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly calls = new Counter({
    name: 'frontrow_webhook_tries_total',
    help: 'Webhooks tried, by what the call is after it: delivered, due again, or dead',
    labelNames: ['state'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly committed = ({ durableMs, foldedMs }: CommitTiming): void => {
    this.commits.observe({ until: 'durable' }, durableMs / 1_000);
    this.commits.observe({ until: 'folded' }, foldedMs / 1_000);
  };

  readonly sharedTransaction = (commits: number): void => this.batches.observe(commits);

  readonly told = (sinceFoldedMs: number): void => this.tellings.observe(sinceFoldedMs / 1_000);

  /** Counts the desk's entries from now on, and reads its gauges when asked. */
  follow(desk: Desk, countSockets: () => number): void {
    desk.subscribe((entries) => {
      for (const { kind } of entries) this.entries.inc({ kind });
    });
    desk.deliveries.subscribe(({ state }) => this.calls.inc({ state }));
    this.gauge('frontrow_revision', 'The revision memory is at', () => desk.memory.revision);
    this.gauge(
      'frontrow_open_conversations',
      'New and Pending conversations in memory',
      () => desk.memory.queue.size,
    );
    this.gauge('frontrow_views', 'Views that somebody watches', () => desk.views.keys().length);
    this.gauge('frontrow_sockets', 'Connected sockets', countSockets);
  }

  /** Everything, as Prometheus reads it. */
  async text(): Promise<{ type: string; body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
