import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { As } from '../running-desk';

const TEXT_FRAME = 0x81;
const MASKED = 0x80;

/**
 * A websocket by hand, for what a client library would hide: one that stops reading. Speaks just
 * enough of the protocol to sign in, ask, and answer pings.
 */
export class RawSocket {
  /** Every packet that arrived, pings apart, oldest first. */
  readonly packets: string[] = [];
  private unread: Buffer = Buffer.alloc(0);
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: Socket) {}

  /** Opens the websocket and signs in. */
  static async open(port: number, as: As): Promise<RawSocket> {
    const socket = connect(port, '127.0.0.1');
    const raw = new RawSocket(socket);
    socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...(typeof as === 'string' || !as ? [] : [`Cookie: ${as.headers.cookie}`]),
        '\r\n',
      ].join('\r\n'),
    );
    socket.on('data', (chunk: Buffer) => raw.read(chunk));
    await raw.packet((packet) => packet.startsWith('0{'));
    raw.send(typeof as === 'string' ? `40${JSON.stringify({ token: as })}` : '40');
    await raw.packet((packet) => packet.startsWith('40'));
    return raw;
  }

  /** The first packet, already there or to come, that satisfies. */
  packet(satisfies: (packet: string) => boolean): Promise<string> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.packets.find(satisfies);
        if (found === undefined) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Sends an event and resolves with its acknowledgement. */
  async ask<T>(id: number, event: string, payload: object): Promise<T> {
    this.send(`42${id}${JSON.stringify([event, payload])}`);
    const head = `43${id}[`;
    const packet = await this.packet((one) => one.startsWith(head));
    const [answer]: T[] = JSON.parse(packet.slice(head.length - 1));
    if (answer === undefined) throw new Error('The acknowledgement is empty');
    return answer;
  }

  /** All that came under a name, oldest first. */
  messages<T>(event: string): T[] {
    const head = `42["${event}",`;
    return this.packets
      .filter((packet) => packet.startsWith(head))
      .map((packet) => JSON.parse(`[${packet.slice(head.length)}`)[0]);
  }

  stopReading(): void {
    this.socket.pause();
  }

  readOn(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.destroy();
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
    this.unread = Buffer.concat([this.unread, chunk]);
    if (this.packets.length === 0 && this.unread.toString('latin1', 0, 4) === 'HTTP') {
      const end = this.unread.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.unread = this.unread.subarray(end + 4);
    }
    for (let frame = this.nextFrame(); frame !== null; frame = this.nextFrame()) {
      if (frame === '2') this.send('3');
      else this.packets.push(frame);
    }
    for (const look of this.waiting) look();
  }

  /** The text of the next whole frame, or null. Servers neither mask nor, here, split frames. */
  private nextFrame(): string | null {
    const { unread } = this;
    if (unread.length < 2) return null;
    const short = unread.readUInt8(1);
    const start = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (unread.length < start) return null;
    const length =
      short < 126
        ? short
        : short === 126
          ? unread.readUInt16BE(2)
          : Number(unread.readBigUInt64BE(2));
    if (unread.length < start + length) return null;
    this.unread = unread.subarray(start + length);
    return unread.toString('utf8', start, start + length);
  }
}
