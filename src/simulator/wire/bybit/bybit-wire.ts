import type { EpochMs } from '#base/time.ts';
import { contractBook, contractState } from '#simulator/contract-state.ts';
import type { ListedContract } from '#simulator/listing.ts';
import { type MarketView, type MarketViews, marketViews } from '#simulator/market-view.ts';
import type { Quoting } from '#simulator/quoting.ts';
import type { VenueWire, WireAnswer } from '../venue-wire.ts';
import { wireAddress } from '../wire-address.ts';
import { BYBIT_FAMILIES } from './families.ts';
import { bookSides, instrumentRow, tickerRow } from './rows.ts';
import { bybitSession } from './session.ts';

const PAGE = 500;
const LARGEST_PAGE = 1000;

/** Bybit, by HTTP and over its option socket. */
export function bybitWire(quoting: Quoting): VenueWire {
  const views = marketViews(quoting, BYBIT_FAMILIES);
  return {
    venue: 'bybit',
    hosts: ['api.bybit.com', 'stream.bybit.com'],
    crossOrigin: true,
    answer: (address, _body, now) => answer(address, now, views),
    openSession: () => bybitSession(views),
  };
}

function answer(address: string, now: EpochMs, views: MarketViews): WireAnswer {
  const { path, params } = wireAddress(address);
  const option = params.get('category') === 'option';
  const result = option ? resultOf(path.replace(/^v5\/market\//, ''), params, views(now)) : null;
  const [retCode, retMsg] = result === null ? [10_001, 'params error'] : [0, 'OK'];
  const body = JSON.stringify({ retCode, retMsg, result: result ?? {}, retExtInfo: {}, time: now });
  return { status: 200, body };
}

function resultOf(topic: string, params: ReadonlyMap<string, string>, view: MarketView): unknown {
  const contracts = wanted(params, view);
  if (contracts === null) return null;
  switch (topic) {
    case 'tickers': {
      const list = contracts.map((contract) => tickerRow(contractState(contract, view)));
      return { category: 'option', list };
    }
    case 'instruments-info': {
      const limit = Math.min(LARGEST_PAGE, Number(params.get('limit') ?? PAGE));
      const from = Number(params.get('cursor') ?? 0);
      const more = from + limit < contracts.length;
      const list = contracts.slice(from, from + limit).map((contract) => instrumentRow(contract));
      return { category: 'option', nextPageCursor: more ? String(from + limit) : '', list };
    }
    case 'orderbook': {
      const [contract] = contracts;
      if (contract === undefined || contracts.length !== 1) return null;
      const depth = Math.min(25, Number(params.get('limit') ?? 1));
      const sides = bookSides(contractBook(contract, view, depth));
      const u = Math.floor(view.now / 100);
      return { s: contract.name, ...sides, ts: view.now, u, seq: u, cts: view.now };
    }
    default:
      return null;
  }
}

/** One contract, those of one expiry, or all of a coin; Bitcoin's where nothing is said. */
function wanted(params: ReadonlyMap<string, string>, view: MarketView): readonly ListedContract[] | null {
  const symbol = params.get('symbol');
  if (symbol !== undefined) {
    const one = view.find(symbol);
    return one === null ? null : [one];
  }
  const coin = params.get('baseCoin') ?? 'BTC';
  const date = params.get('expDate');
  return view.families
    .filter(({ profile }) => profile.coin === coin)
    .flatMap((family) => view.contracts(family))
    .filter(({ name }) => date === undefined || name.includes(`-${date}-`));
}
