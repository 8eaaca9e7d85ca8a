import type { EpochMs } from '#base/time.ts';
import { type MarketViews, marketViews } from '#simulator/market-view.ts';
import type { Quoting } from '#simulator/quoting.ts';
import { jsonObject } from '../json-text.ts';
import type { VenueWire, WireAnswer } from '../venue-wire.ts';
import { wireAddress } from '../wire-address.ts';
import { answerText, deriveAnswer } from './answers.ts';
import { DERIVE_FAMILIES } from './families.ts';
import { deriveSession } from './session.ts';

/** Derive: no page of another origin may read its answers by HTTP; the same questions are asked over the socket. */
export function deriveWire(quoting: Quoting): VenueWire {
  const views = marketViews(quoting, DERIVE_FAMILIES);
  return {
    venue: 'derive',
    hosts: ['api.lyra.finance'],
    crossOrigin: false,
    answer: (address, body, now) => answer({ address, body, now }, views),
    openSession: () => deriveSession(views),
  };
}

/** Parameters come in the body, or in the address. */
function answer(
  { address, body, now }: { readonly address: string; readonly body: string; readonly now: EpochMs },
  views: MarketViews,
): WireAnswer {
  const { path, params } = wireAddress(address);
  const given = { ...Object.fromEntries(params), ...jsonObject(body) };
  const outcome = deriveAnswer(views(now), path, given);
  return { status: 'result' in outcome ? 200 : 400, body: answerText(outcome, 1) };
}
