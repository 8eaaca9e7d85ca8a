import { contractBook } from '#simulator/contract-state.ts';
import type { ListedFamily } from '#simulator/listed-family.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView, MarketViews } from '#simulator/market-view.ts';
import { rounded } from '#simulator/rounded.ts';
import { contractChannel, marketChannel } from '../contract-channel.ts';
import type { PushChannel } from '../subscriptions.ts';
import { volatilityIndexAt } from './answers.ts';
import { pushText } from './envelope.ts';
import { ticker } from './order-book.ts';

/** The push channel that a name stands for; null for a channel the venue does not have. */
export function deribitChannel(name: string, views: MarketViews, now: MarketView): PushChannel | null {
  const parts = name.split('.');
  const single = contractData(parts);
  if (single !== null)
    return contractChannel(parts[1] ?? '', views, now, (contract, view) =>
      pushText(name, single(contract, view)),
    );
  const rows = marketData(name, parts, now);
  return rows === null ? null : marketChannel(views, (view) => rows(view).map((row) => pushText(name, row)));
}

function contractData([kind = '', , , depth]: readonly string[]):
  | ((contract: ListedContract, view: MarketView) => unknown)
  | null {
  switch (kind) {
    case 'ticker':
      return ticker;
    case 'quote':
      return bestQuote;
    case 'book':
      return (contract, view) => groupedBook(contract, view, Number(depth ?? 10));
    default:
      return null;
  }
}

/** What is told of a whole index. */
const DATA: ReadonlyMap<string, (family: ListedFamily, view: MarketView) => unknown> = new Map([
  ['markprice', marks],
  ['deribit_price_index', index],
  ['deribit_volatility_index', volatility],
]);

function marketData(
  name: string,
  [kind = '', subject = '', detail = '', last = '']: readonly string[],
  now: MarketView,
): ((view: MarketView) => readonly unknown[]) | null {
  if (name.startsWith('instrument.state.option.')) return listings(last, now);
  const indexName = kind === 'markprice' ? detail : subject;
  const family = now.families.find((one) => one.indexName === indexName);
  const data = DATA.get(kind);
  if (family === undefined || data === undefined) return null;
  if (data === volatility && family.premiumUnit !== 'underlying') return null;
  return (view) => [data(family, view)];
}

/** All marks of an index; vols are fractions here, unlike everywhere else at the venue. */
function marks(family: ListedFamily, view: MarketView): unknown {
  return view.contracts(family).map((contract) => {
    const quote = view.quote(contract);
    return {
      timestamp: view.now,
      mark_price: rounded(quote.fair, family.markDecimals),
      iv: rounded(quote.vol, 4),
      instrument_name: contract.name,
    };
  });
}

function bestQuote(contract: ListedContract, view: MarketView): unknown {
  const { bids, asks } = contractBook(contract, view, 1);
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
  const { bids, asks } = contractBook(contract, view, depth);
  const { now: timestamp } = view;
  return { instrument_name: contract.name, timestamp, change_id: Math.floor(timestamp / 250), bids, asks };
}

function index(family: ListedFamily, view: MarketView): unknown {
  const price = rounded(view.spot(family), family.profile.priceDecimals);
  return { index_name: family.indexName, price, timestamp: view.now };
}

function volatility(family: ListedFamily, view: MarketView): unknown {
  const percent = rounded(volatilityIndexAt(view, family), 2);
  return { index_name: family.indexName, volatility: percent, timestamp: view.now };
}

/** Says which contracts of a currency came and went since the last look. */
function listings(currency: string, now: MarketView): ((view: MarketView) => readonly unknown[]) | null {
  const of = now.families.filter((one) => currency === 'any' || one.currency === currency);
  if (of.length === 0) return null;
  const namesIn = (view: MarketView): ReadonlySet<string> =>
    new Set(of.flatMap((one) => view.contracts(one).map((contract) => contract.name)));
  let known = namesIn(now);
  return (view) => {
    const listed = namesIn(view);
    const came = [...listed].filter((name) => !known.has(name));
    const went = [...known].filter((name) => !listed.has(name));
    known = listed;
    const said = (names: readonly string[], state: string): readonly unknown[] =>
      names.map((name) => ({ instrument_name: name, state, timestamp: view.now }));
    return [...said(came, 'created'), ...said(went, 'closed')];
  };
}
