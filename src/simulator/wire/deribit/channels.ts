import type { ListedFamily } from '#simulator/listed-family.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView, MarketViews } from '#simulator/market-view.ts';
import { bookLevels } from '#simulator/book-levels.ts';
import { rounded } from '#simulator/rounded.ts';
import { uniformAt } from '#simulator/seeded-noise.ts';
import type { PushChannel } from '../subscriptions.ts';
import { volatilityIndexAt } from './answers.ts';
import { pushText } from './envelope.ts';
import { ticker } from './order-book.ts';

const SECOND = 1000;

/** The push channel that a name stands for; null for a channel the venue does not have. */
export function deribitChannel(name: string, views: MarketViews, now: MarketView): PushChannel | null {
  const parts = name.split('.');
  const data = dataOf(name, parts, now);
  if (data === null) return null;
  return { ...data, frames: (at) => data.frames(views(at)).map((one) => pushText(name, one)) };
}

interface Data {
  readonly everyMs: number;
  readonly single: boolean;
  frames(view: MarketView): readonly unknown[];
}

function dataOf(name: string, parts: readonly string[], now: MarketView): Data | null {
  const [kind = '', subject = '', ...rest] = parts;
  if (name.startsWith('markprice.options.')) return marks(family(now, rest[0] ?? ''));
  if (name.startsWith('instrument.state.option.')) return listings(rest[1] ?? '', now);
  switch (kind) {
    case 'ticker':
      return ofContract(subject, now, (contract, view) => ticker(contract, view));
    case 'quote':
      return ofContract(subject, now, (contract, view) => bestQuote(contract, view));
    case 'book':
      return ofContract(subject, now, (contract, view) => groupedBook(contract, view, Number(rest[1] ?? 10)));
    case 'deribit_price_index':
      return index(subject, now);
    case 'deribit_volatility_index':
      return volatility(subject, now);
    default:
      return null;
  }
}

function family(view: MarketView, indexName: string): ListedFamily | null {
  return view.families.find((one) => one.indexName === indexName) ?? null;
}

/** All marks of an index once a second; vols are fractions here, unlike everywhere else at the venue. */
function marks(of: ListedFamily | null): Data | null {
  if (of === null) return null;
  const row = (contract: ListedContract, view: MarketView): unknown => {
    const quote = view.quote(contract);
    return {
      instrument_name: contract.name,
      mark_price: rounded(quote.fair, of.markDecimals),
      iv: rounded(quote.vol, 4),
      timestamp: view.now,
    };
  };
  return {
    everyMs: SECOND,
    single: false,
    frames: (view) => [view.contracts(of).map((contract) => row(contract, view))],
  };
}

/** Pushes of one contract, between one and two seconds apart; none once it has expired. */
function ofContract(
  name: string,
  now: MarketView,
  data: (contract: ListedContract, view: MarketView) => unknown,
): Data | null {
  const listed = now.find(name);
  if (listed === null) return null;
  return {
    everyMs: Math.round(SECOND * (1 + uniformAt(listed.stream, 30))),
    single: true,
    frames: (view) => {
      const contract = view.find(name);
      return contract === null ? [] : [data(contract, view)];
    },
  };
}

function bestQuote(contract: ListedContract, view: MarketView): unknown {
  const { bids, asks } = bookLevels(contract, view.quote(contract), { depth: 1, now: view.now });
  return {
    instrument_name: contract.name,
    timestamp: view.now,
    best_bid_price: bids[0]?.[0] ?? 0,
    best_bid_amount: bids[0]?.[1] ?? 0,
    best_ask_price: asks[0]?.[0] ?? 0,
    best_ask_amount: asks[0]?.[1] ?? 0,
  };
}

function groupedBook(contract: ListedContract, view: MarketView, depth: number): unknown {
  const { bids, asks } = bookLevels(contract, view.quote(contract), { depth, now: view.now });
  const { now: timestamp } = view;
  return { instrument_name: contract.name, timestamp, change_id: Math.floor(timestamp / 250), bids, asks };
}

function index(name: string, now: MarketView): Data | null {
  const of = family(now, name);
  if (of === null) return null;
  return {
    everyMs: SECOND,
    single: false,
    frames: (view) => [
      {
        index_name: name,
        price: rounded(view.spot(of), of.profile.priceDecimals),
        timestamp: view.now,
      },
    ],
  };
}

function volatility(name: string, now: MarketView): Data | null {
  const of = family(now, name);
  if (of === null || of.premiumUnit !== 'underlying') return null;
  return {
    everyMs: SECOND,
    single: false,
    frames: (view) => [
      { index_name: name, volatility: rounded(volatilityIndexAt(view, of), 2), timestamp: view.now },
    ],
  };
}

/** Says which contracts of a currency came and went since the last look. */
function listings(currency: string, now: MarketView): Data | null {
  const of = now.families.filter((one) => currency === 'any' || one.currency === currency);
  if (of.length === 0) return null;
  const namesIn = (view: MarketView): ReadonlySet<string> =>
    new Set(of.flatMap((one) => view.contracts(one).map((contract) => contract.name)));
  let known = namesIn(now);
  return {
    everyMs: SECOND,
    single: false,
    frames: (view) => {
      const listed = namesIn(view);
      const came = [...listed].filter((name) => !known.has(name));
      const went = [...known].filter((name) => !listed.has(name));
      known = listed;
      const said = (names: readonly string[], state: string): readonly unknown[] =>
        names.map((name) => ({ instrument_name: name, state, timestamp: view.now }));
      return [...said(came, 'created'), ...said(went, 'closed')];
    },
  };
}
