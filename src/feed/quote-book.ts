import { offeredUnderlyings } from '#exchanges/offered-underlyings.ts';
import type { FeedEvent, ReadMessage } from '#exchanges/adapter.ts';
import type { Instrument } from '#market/instrument.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { TickTable } from '#market/tick-table.ts';
import type { VenueId } from '#market/venue-id.ts';
import {
  type Shelf,
  applyBook,
  applyChanges,
  applyFailures,
  applyIndex,
  applyParts,
  applyQuotes,
  copyOfShelf,
  emptyShelf,
  relist,
  retireFrom,
} from './quote-shelf.ts';
import { chainOf } from './shelf-chain.ts';

/** The latest of everything a venue has said, kept per underlying. What it holds is seen only as snapshots. */
export interface QuoteBook {
  /** Takes one message as read: its events, and the rows left out of it, which are counted with the chain. */
  apply(read: ReadMessage): void;
  /** The chain of an underlying now, or null before its first quotes. The same object until something changes. */
  snapshot(underlying: string): OptionChain | null;
  /** Underlyings that have been quoted or listed, in order of appearance. */
  underlyings(): readonly string[];
  /** A book that says the same and goes its own way from here. */
  copy(): QuoteBook;
  /** Lets go of contracts of an underlying that expired longer ago than `graceMs`, by the venue's own newest stamp. */
  retire(underlying: string, graceMs: number): void;
  /** Every contract of an underlying that has been quoted or listed, each once. */
  listing(underlying: string): readonly Instrument[];
}

/** All that a book holds. */
interface Held {
  readonly shelves: Map<string, Shelf>;
  readonly listed: Map<string, Instrument>;
  readonly ticks: Map<string, TickTable>;
  readonly offered: Set<string>;
}

/** An empty book. Contract terms that the venue has listed take the place of those told by names alone. */
export function createQuoteBook(venue: VenueId): QuoteBook {
  return quoteBook(venue, { shelves: new Map(), listed: new Map(), ticks: new Map(), offered: new Set() });
}

function quoteBook(venue: VenueId, held: Held): QuoteBook {
  const { shelves, listed, ticks, offered } = held;

  function shelf(underlying: string): Shelf {
    const known = shelves.get(underlying);
    if (known !== undefined) return known;
    const fresh = emptyShelf();
    shelves.set(underlying, fresh);
    return fresh;
  }

  function applyEvent(event: FeedEvent): void {
    if (event.kind === 'quotes') applyQuotes(event, shelf, listed);
    else if (event.kind === 'quote-parts') applyParts(event, shelf, listed);
    else if (event.kind === 'order-book') applyBook(shelf(event.instrument.underlying), event);
    else if (event.kind === 'book-changes') applyChanges(shelf(event.instrument.underlying), event);
    else if (event.kind === 'instruments') {
      for (const instrument of event.instruments) {
        listed.set(instrument.name, withTicks(instrument, ticks.get(instrument.underlying)));
      }
      for (const underlying of new Set(event.instruments.map((one) => one.underlying))) {
        relist(shelf(underlying), listed);
      }
    } else if (event.kind === 'ticks') {
      for (const underlying of event.underlyings) ticks.set(underlying, event.ticks);
      for (const [name, instrument] of listed) {
        listed.set(name, withTicks(instrument, ticks.get(instrument.underlying)));
      }
      for (const underlying of event.underlyings) relist(shelf(underlying), listed);
    } else {
      for (const underlying of event.underlyings) applyIndex(shelf(underlying), event);
    }
  }

  return {
    apply(read) {
      for (const event of read.value) applyEvent(event);
      applyFailures(read, shelf);
      for (const underlying of offeredUnderlyings(read.value)) offered.add(underlying);
    },
    snapshot(underlying) {
      const found = shelves.get(underlying);
      if (found === undefined || found.quotedAt === null) return null;
      if (found.chain === null) {
        found.version += 1;
        found.chain = chainOf({ venue, underlying, shelf: found, quotedAt: found.quotedAt });
      }
      return found.chain;
    },
    underlyings: () => [...offered],
    copy: () => quoteBook(venue, copyOf(held)),
    retire(underlying, graceMs) {
      const found = shelves.get(underlying);
      if (found !== undefined) retireFrom(found, graceMs);
    },
    listing: (underlying) => listingOf(held, underlying),
  };
}

/** What lies on the shelves is never changed, only replaced: the shelves alone are copied. */
function copyOf({ shelves, listed, ticks, offered }: Held): Held {
  const copies = [...shelves].map(([name, shelf]) => [name, copyOfShelf(shelf)] as const);
  return {
    shelves: new Map(copies),
    listed: new Map(listed),
    ticks: new Map(ticks),
    offered: new Set(offered),
  };
}

function listingOf({ shelves, listed }: Held, underlying: string): readonly Instrument[] {
  const quoted = [...(shelves.get(underlying)?.contracts.values() ?? [])];
  const known = new Map(quoted.map(({ contract: { instrument } }) => [instrument.name, instrument]));
  for (const [name, instrument] of listed) {
    if (instrument.underlying === underlying) known.set(name, instrument);
  }
  return [...known.values()];
}

function withTicks(instrument: Instrument, ticks: TickTable | undefined): Instrument {
  return ticks === undefined || ticks === instrument.ticks ? instrument : { ...instrument, ticks };
}
