import { Deliverer, type DelivererOptions } from './deliverer';
import { JournalReader } from './journal-reader';

/** Calls those who are to be told of what happens, from now on; returns how to stop, which waits for what is under way. */
export function startWebhooks(options: DelivererOptions): () => Promise<void> {
  const reader = new JournalReader(options.desk, options.onError);
  const deliverer = new Deliverer(options);
  return async () => {
    await Promise.all([reader.stop(), deliverer.stop()]);
  };
}
