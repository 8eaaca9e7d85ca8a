import type { EpochMs } from '#base/time.ts';
import { contractState } from '#simulator/contract-state.ts';
import type { ListedContract } from '#simulator/listing.ts';
import { type MarketView, type MarketViews, marketViews } from '#simulator/market-view.ts';
import type { Quoting } from '#simulator/quoting.ts';
import type { VenueWire, WireAnswer } from '../venue-wire.ts';
import { wireAddress } from '../wire-address.ts';
import { DELTA_FAMILIES } from './families.ts';
import { bookRow, productRow, tickerRow } from './rows.ts';
import { deltaSession } from './session.ts';

const LEVELS = 20;

/** Delta Exchange; no page of another origin may read its answers. */
export function deltaWire(quoting: Quoting): VenueWire {
  const views = marketViews(quoting, DELTA_FAMILIES);
  return {
    venue: 'delta',
    hosts: [
      'api.delta.exchange',
      'api.india.delta.exchange',
      'public-socket.india.delta.exchange',
      'socket.india.delta.exchange',
    ],
    crossOrigin: false,
    answer: (address, _body, now) => answer(address, now, views),
    openSession: (_address, now) => deltaSession(views, now),
  };
}

function answer(address: string, now: EpochMs, views: MarketViews): WireAnswer {
  const { path, params } = wireAddress(address);
  const view = views(now);
  const [topic = '', name = ''] = path.replace(/^v2\//, '').split('/');
  const contract = topic === 'l2orderbook' ? view.find(name) : null;
  if (contract !== null) return good(bookRow(contract, view, LEVELS));
  const listed = wanted(params, view);
  switch (topic) {
    case 'tickers':
      return good(listed.map((one) => tickerRow(contractState(one, view), now)));
    case 'products': {
      const meta = { after: null, before: null, limit: listed.length, total_count: listed.length };
      return good(
        listed.map((one) => productRow(one)),
        meta,
      );
    }
    default: {
      const error = { code: 'not_found', context: {} };
      return { status: 404, body: JSON.stringify({ success: false, error }) };
    }
  }
}

function good(result: unknown, meta?: unknown): WireAnswer {
  return {
    status: 200,
    body: JSON.stringify({ ...(meta === undefined ? {} : { meta }), success: true, result }),
  };
}

/** Options of the kinds, coins and expiry asked for. */
function wanted(params: ReadonlyMap<string, string>, view: MarketView): readonly ListedContract[] {
  const types = params.get('contract_types')?.split(',');
  const coins = params.get('underlying_asset_symbols')?.split(',');
  const date = params.get('expiry_date')?.replace(/^(\d\d)-(\d\d)-\d\d(\d\d)$/, '$1$2$3');
  return view.families
    .filter(({ profile }) => coins?.includes(profile.coin) ?? true)
    .flatMap((family) => view.contracts(family))
    .filter(({ right, name }) => {
      const kind = types?.includes(right === 'put' ? 'put_options' : 'call_options') ?? true;
      return kind && (date === undefined || name.endsWith(`-${date}`));
    });
}
