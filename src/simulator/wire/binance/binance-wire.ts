import type { EpochMs } from '#base/time.ts';
import { type ContractState, contractState } from '#simulator/contract-state.ts';
import { type MarketView, type MarketViews, marketViews } from '#simulator/market-view.ts';
import type { Quoting } from '#simulator/quoting.ts';
import { decimalText } from '../decimal-text.ts';
import type { VenueWire, WireAnswer } from '../venue-wire.ts';
import { wireAddress } from '../wire-address.ts';
import { BINANCE_FAMILIES } from './families.ts';
import { bookSides, markRow, symbolRow, tickerRow } from './rows.ts';
import { binanceSession } from './session.ts';

/** Binance options: no page of another origin may read its answers; its streams are named in the socket's address. */
export function binanceWire(quoting: Quoting): VenueWire {
  const views = marketViews(quoting, BINANCE_FAMILIES);
  return {
    venue: 'binance',
    hosts: ['eapi.binance.com', 'fstream.binance.com'],
    crossOrigin: false,
    answer: (address, _body, now) => answer(address, now, views),
    openSession: (address, now) => binanceSession(address, views, now),
  };
}

function answer(address: string, now: EpochMs, views: MarketViews): WireAnswer {
  const { path, params } = wireAddress(address);
  const content = contentOf(path.replace(/^eapi\/v1\//, ''), params, views(now));
  return content === null
    ? { status: 400, body: JSON.stringify({ code: -1121, msg: 'Invalid symbol.' }) }
    : { status: 200, body: JSON.stringify(content) };
}

function contentOf(topic: string, params: ReadonlyMap<string, string>, view: MarketView): unknown {
  switch (topic) {
    case 'mark':
      return rows(params, view, markRow);
    case 'ticker':
      return rows(params, view, tickerRow);
    case 'exchangeInfo':
      return {
        timezone: 'UTC',
        serverTime: view.now,
        optionContracts: [],
        optionAssets: [],
        optionSymbols: all(view).map((contract) => symbolRow(contract)),
        rateLimits: [],
      };
    case 'index': {
      const family = view.families.find(({ indexName }) => indexName === params.get('underlying'));
      if (family === undefined) return null;
      return { time: view.now, indexPrice: decimalText(view.spot(family), family.profile.priceDecimals) };
    }
    case 'depth': {
      const contract = view.find(params.get('symbol') ?? '');
      if (contract === null) return null;
      const limit = Number(params.get('limit') ?? 100);
      return { T: view.now, u: Math.floor(view.now / 100), ...bookSides(contract, view, limit) };
    }
    default:
      return null;
  }
}

function all(view: MarketView): ReturnType<MarketView['contracts']> {
  return view.families.flatMap((family) => view.contracts(family));
}

function rows(
  params: ReadonlyMap<string, string>,
  view: MarketView,
  row: (state: ContractState, view: MarketView) => unknown,
): readonly unknown[] | null {
  const symbol = params.get('symbol');
  const one = symbol === undefined ? null : view.find(symbol);
  if (symbol !== undefined && one === null) return null;
  return (one === null ? all(view) : [one]).map((contract) => row(contractState(contract, view), view));
}
