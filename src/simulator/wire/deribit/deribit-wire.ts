import type { EpochMs } from '#base/time.ts';
import { type MarketViews, marketViews } from '#simulator/market-view.ts';
import type { Quoting } from '#simulator/quoting.ts';
import type { VenueWire } from '../venue-wire.ts';
import { wireAddress } from '../wire-address.ts';
import { deribitAnswer, methodOfPath } from './answers.ts';
import { envelopeText } from './envelope.ts';
import { DERIBIT_FAMILIES } from './families.ts';
import { deribitSession } from './session.ts';

/** Deribit, by HTTP and over its socket. */
export function deribitWire(quoting: Quoting): VenueWire {
  const views = marketViews(quoting, DERIBIT_FAMILIES);
  return {
    venue: 'deribit',
    hosts: ['www.deribit.com'],
    crossOrigin: true,
    answer: (address, _body, now) => answer(address, now, views),
    openSession: () => deribitSession(views),
  };
}

function answer(
  address: string,
  now: EpochMs,
  views: MarketViews,
): { readonly status: number; readonly body: string } {
  const { path, params } = wireAddress(address);
  const outcome = deribitAnswer(views(now), methodOfPath(path), params);
  return { status: 'result' in outcome ? 200 : 400, body: envelopeText(outcome, now) };
}
