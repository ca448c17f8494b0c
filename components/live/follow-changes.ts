import type { DeskSocket } from './socket';

/** What a screen keeps and reads again: the message that says so. */
type ChangeNotice = 'catalogue:changed' | 'savedViews:changed';

/**
 * Reads again at every such notice, and at every connect: what changed before it was not heard.
 * Gives what ends it.
 */
export function followChanges(
  socket: Pick<DeskSocket, 'on' | 'off'>,
  notice: ChangeNotice,
  readAgain: () => void,
): () => void {
  socket.on(notice, readAgain);
  socket.on('connect', readAgain);
  return () => {
    socket.off(notice, readAgain);
    socket.off('connect', readAgain);
  };
}
