import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:https';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { VenueId } from '#market/venue-id.ts';
import type { WireSession } from '#simulator/wire/venue-wire.ts';
import type { Booth } from './exchange.ts';
import { createFrameFaults, type FrameFaults } from './frame-faults.ts';

/** A socket that a page holds open. */
export interface OpenSocket {
  readonly address: string;
  /** What is subscribed on it, in the venue's words. */
  readonly channels: readonly string[];
}

/** The sockets of all venues. */
export interface SocketDoor {
  open(venue: VenueId): readonly OpenSocket[];
  opened(venue: VenueId): number;
  pushed(venue: VenueId): number;
  cut(venue: VenueId, how: 'close' | 'drop' | 'mid-message'): void;
  close(): void;
}

interface Connection {
  readonly booth: Booth;
  readonly address: string;
  readonly session: WireSession;
  readonly socket: WebSocket;
  readonly raw: Duplex;
  readonly faults: FrameFaults;
}

const PUMP_MS = 40;
/** A client that does not keep up is not sent more than this. */
const LARGEST_BACKLOG = 32_000_000;
const GOING_AWAY = 1001;

/** Takes sockets for every venue and pushes what falls due. */
export function createSocketDoor(
  server: Server,
  boothOf: (request: IncomingMessage) => Booth | null,
): SocketDoor {
  const connections = new Set<Connection>();
  const counts = new Map<VenueId, { opened: number; pushed: number }>();
  const countOf = (venue: VenueId): { opened: number; pushed: number } => {
    const count = counts.get(venue) ?? { opened: 0, pushed: 0 };
    counts.set(venue, count);
    return count;
  };
  const door = new WebSocketServer({ noServer: true, autoPong: false });
  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    const booth = boothOf(request);
    const fault = booth?.faults.socket ?? null;
    if (booth === null || fault?.kind === 'refused') {
      raw.end(
        `HTTP/1.1 ${fault?.kind === 'refused' ? fault.status : 421} Refused\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    door.handleUpgrade(request, raw, head, (socket) => {
      const connection = connect(booth, { request, raw, socket });
      connections.add(connection);
      countOf(booth.wire.venue).opened += 1;
      socket.on('close', () => connections.delete(connection));
    });
  });
  let last = performance.now();
  const pump = setInterval(() => {
    const elapsed = performance.now() - last;
    last += elapsed;
    for (const connection of connections) {
      countOf(connection.booth.wire.venue).pushed += push(connection, elapsed);
    }
  }, PUMP_MS);
  const of = (venue: VenueId): readonly Connection[] =>
    [...connections].filter(({ booth }) => booth.wire.venue === venue);
  return {
    open: (venue) => of(venue).map(({ address, session }) => ({ address, channels: session.channels() })),
    opened: (venue) => countOf(venue).opened,
    pushed: (venue) => countOf(venue).pushed,
    cut: (venue, how) => {
      for (const connection of of(venue)) {
        // Nothing is pushed into a line that is being cut: it would count as pushed and never arrive.
        connections.delete(connection);
        CUTS[how](connection);
      }
    },
    close: () => {
      clearInterval(pump);
      for (const { socket } of connections) socket.terminate();
      door.close();
    },
  };
}

function connect(
  booth: Booth,
  {
    request,
    raw,
    socket,
  }: { readonly request: IncomingMessage; readonly raw: Duplex; readonly socket: WebSocket },
): Connection {
  const address = `wss://${request.headers.host ?? ''}${request.url ?? ''}`;
  const session = booth.wire.openSession(address, booth.now());
  const silent = (): boolean => booth.faults.socket?.kind === 'silent';
  socket.on('message', (data: Buffer) => {
    const replies = session.receive(data.toString(), booth.now());
    if (!silent()) for (const reply of replies) socket.send(reply);
  });
  socket.on('ping', (data) => {
    if (!silent()) socket.pong(data);
  });
  // A client that vanishes is an ordinary end.
  socket.on('error', () => {
    socket.terminate();
  });
  return { booth, address, session, socket, raw, faults: createFrameFaults() };
}

/** Sends what is due; returns how many messages that were. */
function push({ booth, session, socket, faults }: Connection, elapsedMs: number): number {
  const now = booth.now();
  const { frames, close } = session.due(now);
  const storm = session.burst(faults.stormShare(booth.faults.stormPerSecond, elapsedMs), now);
  if (booth.faults.socket?.kind === 'silent') return 0;
  if (socket.readyState !== socket.OPEN || socket.bufferedAmount > LARGEST_BACKLOG) return 0;
  const sent = faults.apply([...frames, ...storm], booth.faults.socket);
  for (const frame of sent) socket.send(frame);
  if (close !== null) socket.close(close.code, close.reason);
  return sent.length;
}

const CUTS: Readonly<Record<'close' | 'drop' | 'mid-message', (connection: Connection) => void>> = {
  close: ({ socket }) => {
    socket.close(GOING_AWAY, 'going away');
  },
  drop: ({ socket }) => {
    socket.terminate();
  },
  'mid-message': ({ raw, socket }) => {
    // The head of a text frame that promises 20 000 bytes, a few of them, and then nothing: the line is dead.
    const promised = Buffer.from([0x81, 126, 0x4e, 0x20]);
    raw.write(Buffer.concat([promised, Buffer.from('{"jsonrpc":"2.0","met')]), () => {
      socket.terminate();
    });
  },
};
