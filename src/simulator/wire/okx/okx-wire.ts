import type { EpochMs } from '#base/time.ts';
import { contractState, type ContractState } from '#simulator/contract-state.ts';
import { type MarketView, type MarketViews, marketViews } from '#simulator/market-view.ts';
import type { Quoting } from '#simulator/quoting.ts';
import type { VenueWire, WireAnswer } from '../venue-wire.ts';
import { wireAddress } from '../wire-address.ts';
import { OKX_FAMILIES } from './families.ts';
import {
  bookRow,
  indexRow,
  instrumentRow,
  interestRow,
  markRow,
  summaryRow,
  tickBands,
  tickerRow,
} from './rows.ts';
import { okxSession } from './session.ts';

/** OKX, by HTTP and over its socket on a port of its own. */
export function okxWire(quoting: Quoting): VenueWire {
  const views = marketViews(quoting, OKX_FAMILIES);
  return {
    venue: 'okx',
    hosts: ['www.okx.com', 'ws.okx.com:8443'],
    crossOrigin: true,
    answer: (address, _body, now) => answer(address, now, views),
    openSession: (_address, now) => okxSession(views, now),
  };
}

/** The lists that have a row for every contract of a family. */
const LISTS: ReadonlyMap<string, (state: ContractState, now: EpochMs) => unknown> = new Map([
  ['public/opt-summary', summaryRow],
  ['market/tickers', tickerRow],
  ['public/mark-price', markRow],
  ['public/open-interest', interestRow],
  ['public/instruments', ({ contract }: ContractState) => instrumentRow(contract)],
]);

function answer(address: string, now: EpochMs, views: MarketViews): WireAnswer {
  const { path, params } = wireAddress(address);
  const data = dataOf(path.replace(/^api\/v5\//, ''), params, views(now));
  return data === null
    ? { status: 400, body: JSON.stringify({ code: '51000', msg: 'Parameter error', data: [] }) }
    : { status: 200, body: JSON.stringify({ code: '0', msg: '', data }) };
}

function dataOf(
  topic: string,
  params: ReadonlyMap<string, string>,
  view: MarketView,
): readonly unknown[] | null {
  const wanted = params.get('instFamily') ?? params.get('instId');
  const family = view.families.find(({ indexName }) => indexName === wanted);
  const row = LISTS.get(topic);
  if (row !== undefined && family !== undefined)
    return view.contracts(family).map((contract) => row(contractState(contract, view), view.now));
  if (topic === 'public/instrument-tick-bands' && family !== undefined) return [tickBands(family)];
  if (topic === 'market/index-tickers' && family !== undefined) return [indexRow(family, view)];
  const contract = topic === 'market/books' ? view.find(wanted ?? '') : null;
  return contract === null ? null : [bookRow(contract, view, Number(params.get('sz') ?? 1))];
}
