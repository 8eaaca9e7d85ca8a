import { createServer, type Server } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { epochMs, type EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import { alteredQuoting, type Alterations } from '#simulator/altered-quoting.ts';
import { createQuoting } from '#simulator/quoting.ts';
import type { VenueWire } from '#simulator/wire/venue-wire.ts';
import { VENUE_WIRES } from '#simulator/wire/venue-wires.ts';
import { certificateFor } from './certificate.ts';
import { NO_FAULTS, type VenueFaults } from './faults.ts';
import { answerByHttp } from './http-door.ts';
import { createSocketDoor, type OpenSocket } from './socket-door.ts';

/** One venue of the exchange, with what is wrong with it. */
export interface Booth {
  readonly wire: VenueWire;
  readonly faults: VenueFaults;
  /** The venue's clock. */
  now(): EpochMs;
}

/** A question that came by HTTP. */
export interface Asked {
  readonly venue: VenueId;
  readonly url: string;
  readonly at: EpochMs;
}

/** A server on 127.0.0.1 that is every venue at once, told apart by host name, on one simulated market. */
export interface Exchange {
  readonly port: number;
  readonly venues: readonly VenueId[];
  /** Rules that lead a Chromium here instead of to the venues. */
  readonly hostRules: string;
  faultsOf(venue: VenueId): VenueFaults;
  /** Adds to what is wrong with a venue. */
  disturb(venue: VenueId, faults: Partial<VenueFaults>): void;
  /** Sets everything right again, at one venue or at all. */
  restore(venue?: VenueId): void;
  /** Breaks the open sockets of a venue: properly, without a word, or in the middle of a message. */
  cut(venue: VenueId, how: 'close' | 'drop' | 'mid-message'): void;
  readonly asked: readonly Asked[];
  sockets(venue: VenueId): readonly OpenSocket[];
  /** Sockets opened since the start, closed ones too. */
  opened(venue: VenueId): number;
  /** Messages pushed since the start. */
  pushed(venue: VenueId): number;
  /** Names of the contracts that an underlying has at a venue, unlisted ones too. */
  contractNames(venue: VenueId, underlying: string): readonly string[];
  close(): Promise<void>;
}

/** How the exchange is started. */
export interface ExchangeOptions {
  readonly port?: number;
  readonly seed?: number;
  readonly clock?: () => EpochMs;
}

const SEED = 11;
const MOST_ASKED = 10_000;

/** Starts an exchange; port 0 is any free one. */
export async function startExchange(options: ExchangeOptions = {}): Promise<Exchange> {
  const clock = options.clock ?? (() => epochMs(Date.now()));
  const booths = createBooths(options.seed ?? SEED, clock);
  const hosts = [...booths.values()].flatMap(({ wire }) => wire.hosts);
  const server = createServer(await certificateFor(hosts.map((host) => host.split(':')[0] ?? host)));
  const asked: Asked[] = [];
  const boothOf = (request: IncomingMessage): Booth | null =>
    [...booths.values()].find(({ wire }) => wire.hosts.includes(request.headers.host ?? '')) ?? null;
  server.on('request', (request, response) => {
    const booth = boothOf(request);
    if (booth === null) {
      response.writeHead(421).end('no venue of this name');
      return;
    }
    asked.push({ venue: booth.wire.venue, url: request.url ?? '', at: booth.now() });
    if (asked.length > MOST_ASKED) asked.shift();
    answerByHttp(booth, request, response);
  });
  const sockets = createSocketDoor(server, boothOf);
  await listening(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const disturb = (venue: VenueId, faults: Partial<VenueFaults>): void => {
    const booth = booths.get(venue);
    if (booth === undefined) throw new Error(`the exchange has no ${venue}`);
    booth.faults = { ...booth.faults, ...faults };
  };
  return {
    port,
    venues: [...booths.keys()],
    hostRules: hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', '),
    faultsOf: (venue) => booths.get(venue)?.faults ?? NO_FAULTS,
    disturb,
    restore: (venue) => {
      for (const one of venue === undefined ? booths.keys() : [venue]) disturb(one, NO_FAULTS);
    },
    cut: (venue, how) => {
      sockets.cut(venue, how);
    },
    asked,
    sockets: (venue) => sockets.open(venue),
    opened: (venue) => sockets.opened(venue),
    pushed: (venue) => sockets.pushed(venue),
    contractNames: (venue, underlying) => booths.get(venue)?.names(underlying) ?? [],
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

interface MutableBooth extends Booth {
  faults: VenueFaults;
  names(underlying: string): readonly string[];
}

/** Every venue on the same market, each with alterations and a clock of its own. */
function createBooths(seed: number, clock: () => EpochMs): ReadonlyMap<VenueId, MutableBooth> {
  const market = createQuoting(seed, clock());
  return new Map(
    [...VENUE_WIRES].map(([venue, { make, families }]) => {
      const booth: MutableBooth = {
        wire: make(alteredQuoting(market, () => alterationsOf(booth.faults))),
        faults: NO_FAULTS,
        now: () => epochMs(clock() + booth.faults.clockOffsetMs),
        names: (underlying) =>
          families
            .filter((family) => family.underlying === underlying)
            .flatMap((family) => market.listing(family, clock()).map(({ name }) => name)),
      };
      return [venue, booth];
    }),
  );
}

const alterations = new WeakMap<VenueFaults, Alterations>();

/** The same object for the same faults, so that lists made from them can be kept. */
function alterationsOf(faults: VenueFaults): Alterations {
  const known = alterations.get(faults);
  if (known !== undefined) return known;
  const made = { unlisted: new Set(faults.unlisted), books: faults.books };
  alterations.set(faults, made);
  return made;
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
