import type { DeskSocket } from './socket';

/**
 * Reads again whenever the catalogue changed, and at every connect: what changed before it was not
 * heard. Gives what ends it.
 */
export function followCatalogue(
  socket: Pick<DeskSocket, 'on' | 'off'>,
  readAgain: () => void,
): () => void {
  socket.on('catalogue:changed', readAgain);
  socket.on('connect', readAgain);
  return () => {
    socket.off('catalogue:changed', readAgain);
    socket.off('connect', readAgain);
  };
}
