import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isVenueId, type VenueId } from '#market/venue-id.ts';
import type { Exchange } from './exchange.ts';
import { readFaults } from './faults.ts';

/** Where faults are set from outside. */
export interface ControlDoor {
  readonly address: string;
  close(): void;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * `GET /` tells the state of every venue; `POST /<venue>` sets faults given as JSON; `POST /<venue>/cut?how=…` breaks its
 * sockets; `DELETE /` and `DELETE /<venue>` set things right again.
 */
export async function openControlDoor(exchange: Exchange, port: number): Promise<ControlDoor> {
  const server = createServer((request, response) => {
    void reply(exchange, request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(`${JSON.stringify(body, null, 2)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function reply(exchange: Exchange, request: IncomingMessage): Promise<Reply> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [word = '', action] = pathname.split('/').slice(1);
  const venue = isVenueId(word) && exchange.venues.includes(word) ? word : null;
  if (venue === null && word !== '')
    return { status: 404, body: { error: `no venue ${word.slice(0, 40)}`, venues: exchange.venues } };
  if (request.method === 'DELETE') exchange.restore(venue ?? undefined);
  if (request.method !== 'POST') return { status: 200, body: state(exchange, venue) };
  if (venue === null) return { status: 405, body: { error: 'faults are set at a venue' } };
  const what = action === 'cut' ? (searchParams.get('how') ?? 'drop') : await text(request);
  return set(exchange, venue, what);
}

function set(exchange: Exchange, venue: VenueId, what: string): Reply {
  if (what === 'close' || what === 'drop' || what === 'mid-message') {
    exchange.cut(venue, what);
    return { status: 200, body: state(exchange, venue) };
  }
  const faults = readFaults(parsed(what));
  if (typeof faults === 'string') return { status: 400, body: { error: faults } };
  exchange.disturb(venue, faults);
  return { status: 200, body: state(exchange, venue) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

function state(exchange: Exchange, only: VenueId | null): unknown {
  const venues = only === null ? exchange.venues : [only];
  return Object.fromEntries(
    venues.map((venue) => [
      venue,
      {
        faults: exchange.faultsOf(venue),
        sockets: exchange.sockets(venue),
        opened: exchange.opened(venue),
        pushed: exchange.pushed(venue),
        asked: exchange.asked.filter((one) => one.venue === venue).length,
      },
    ]),
  );
}
