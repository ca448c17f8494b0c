import type { Desk } from '@/lib/desk/desk';
import { forgetUploads } from './attachments/forget-uploads';
import { doWhatIsDue } from './conversations/do-what-is-due';
import { forgetDeliveries } from './endpoints/forget-deliveries';

const LOOK_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 3_600_000;

/** Does what is due on the desk, once a second, from now on; returns how to stop, which waits for what is under way. */
export function keepTime(desk: Desk, onError: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let forgetFromMs = 0;
  let work: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    let isAll = true;
    try {
      isAll = await doWhatIsDue(desk);
      if (desk.now() >= forgetFromMs) {
        forgetFromMs = desk.now() + FORGET_EVERY_MS;
        await forgetUploads(desk);
        await forgetDeliveries(desk);
      }
    } catch (error) {
      onError(error);
    }
    if (!stopped) schedule(isAll ? LOOK_EVERY_MS : 0);
  }

  function schedule(inMs: number): void {
    timer = setTimeout(() => {
      work = look();
    }, inMs);
    timer.unref();
  }

  schedule(0);
  return () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    return work;
  };
}
