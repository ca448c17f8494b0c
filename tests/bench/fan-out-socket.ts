import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT_FRAME = 0x81;
const MASKED = 0x80;
const PING = 0x32;
const EVENT = '42["';

/**
 * A websocket that speaks just enough Socket.IO to sign in, ask and hear, and that costs so little
 * that thousands fit in one process. Events are handed over as their bytes, unparsed.
 */
export class LeanSocket {
  private parts: Buffer[] = [];
  private held = 0;
  private needed = 2;
  private upgraded = false;
  private asked = 0;
  private readonly answers = new Map<string, (packet: string) => void>();

  private constructor(
    private readonly socket: Socket,
    private readonly onEvent: (packet: Buffer) => void,
  ) {}

  /** Opens the websocket and signs in; `onEvent` is told of every event's packet. */
  static async open(
    port: number,
    token: string,
    onEvent: (packet: Buffer) => void,
  ): Promise<LeanSocket> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const lean = new LeanSocket(socket, onEvent);
    const opened = lean.next('0{');
    socket.on('data', (chunk: Buffer) => lean.read(chunk));
    socket.on('error', (error) => {
      throw error;
    });
    socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        '\r\n',
      ].join('\r\n'),
    );
    await opened;
    const admitted = lean.next('40');
    lean.send(`40${JSON.stringify({ token })}`);
    await admitted;
    return lean;
  }

  /** Sends an event and resolves with its acknowledgement. */
  async ask<T>(event: string, payload: object): Promise<T> {
    const id = this.asked;
    this.asked += 1;
    const head = `43${id}[`;
    const answered = this.next(head);
    this.send(`42${id}${JSON.stringify([event, payload])}`);
    const [answer]: T[] = JSON.parse((await answered).slice(head.length - 1));
    if (answer === undefined) throw new Error(`${event} was acknowledged with nothing`);
    return answer;
  }

  close(): void {
    this.socket.destroy();
  }

  /** The next packet with this head; no two of the same head may be waited for. */
  private next(head: string): Promise<string> {
    return new Promise((resolve) => this.answers.set(head, resolve));
  }

  private send(text: string): void {
    const payload = Buffer.from(text);
    const mask = randomBytes(4);
    for (const [place, byte] of payload.entries()) payload[place] = byte ^ (mask[place % 4] ?? 0);
    const head =
      payload.length < 126
        ? Buffer.from([TEXT_FRAME, MASKED | payload.length])
        : Buffer.from([TEXT_FRAME, MASKED | 126, payload.length >> 8, payload.length & 0xff]);
    this.socket.write(Buffer.concat([head, mask, payload]));
  }

  private read(chunk: Buffer): void {
    this.parts.push(chunk);
    this.held += chunk.length;
    // A long frame comes in many parts: they are joined once, when it is whole.
    if (this.held < this.needed) return;
    let unread = this.parts.length === 1 ? chunk : Buffer.concat(this.parts);
    if (!this.upgraded) {
      const end = unread.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.upgraded = true;
      unread = unread.subarray(end + 4);
    }
    for (;;) {
      const frame = frameAt(unread);
      this.needed = frame.end;
      if (frame.end > unread.length) break;
      this.hear(unread.subarray(frame.start, frame.end));
      unread = unread.subarray(frame.end);
    }
    this.parts = unread.length === 0 ? [] : [unread];
    this.held = unread.length;
  }

  private hear(packet: Buffer): void {
    if (packet.length === 1 && packet[0] === PING) {
      this.send('3');
      return;
    }
    if (packet.toString('latin1', 0, EVENT.length) === EVENT) {
      this.onEvent(packet);
      return;
    }
    const text = packet.toString('utf8');
    for (const [head, answer] of this.answers) {
      if (!text.startsWith(head)) continue;
      this.answers.delete(head);
      answer(text);
      return;
    }
  }
}

/** Where the first frame's payload is, or how much is needed to know. Servers do not mask. */
function frameAt(unread: Buffer): { start: number; end: number } {
  if (unread.length < 2) return { start: 2, end: 2 };
  const short = unread.readUInt8(1);
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (unread.length < start) return { start, end: start };
  const length =
    short < 126
      ? short
      : short === 126
        ? unread.readUInt16BE(2)
        : Number(unread.readBigUInt64BE(2));
  return { start, end: start + length };
}

/** What an event's packet says. */
export function saidIn<T>(packet: Buffer): T {
  const [, message]: [string, T] = JSON.parse(packet.toString('utf8', 2));
  return message;
}
