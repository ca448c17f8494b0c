import { startDesk } from '../running-desk';
import { serveFloor } from './end-to-end-floor';
import type { Sample } from './end-to-end-load';
import { serveOrdinary } from './end-to-end-ordinary';

/*
 * One server of the end-to-end benchmark in a process of its own: says its port and a token. Ends
 * with the benchmark. The floor is told what to send before it serves.
 */

export type Served = { port: number; token: string };

const [way = '', path = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit(0));

async function serve(): Promise<Served> {
  if (way === 'desk') {
    const { port, tokens } = await startDesk({ path });
    return { port, token: tokens.admin };
  }
  if (way === 'ordinary') return { port: await serveOrdinary(path), token: '' };
  const sample = await new Promise<Sample>((resolve) => process.once('message', resolve));
  return { port: await serveFloor(path, sample), token: '' };
}

process.send?.(await serve());
