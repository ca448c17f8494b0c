import type { Server } from 'socket.io';
import type { DeskSocket } from './desk-socket';

type Connection = DeskSocket['conn'];

const PATIENCE_MS = 1_000;

/** All connections below the sockets, also of those that have not signed in yet. */
export class Connections {
  private readonly open = new Set<Connection>();

  constructor(private readonly io: Pick<Server, 'engine'>) {
    io.engine.on('connection', (connection: Connection) => {
      this.open.add(connection);
      connection.once('close', () => this.open.delete(connection));
    });
  }

  /** Closes all, so that clients come back by themselves; after a second cuts off who does not answer. */
  async close(): Promise<void> {
    const open = [...this.open];
    const closed = open.map((connection) => {
      return new Promise<void>((resolve) => connection.once('close', () => resolve()));
    });
    this.io.engine.close();
    const timer = setTimeout(() => {
      for (const { request } of open) request.socket.destroy();
    }, PATIENCE_MS);
    await Promise.all(closed);
    clearTimeout(timer);
  }
}
