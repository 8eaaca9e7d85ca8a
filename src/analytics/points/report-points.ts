import { smileVol } from '#quant/smile.ts';
import type { Smile } from '#quant/smile.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { DeltaConvention, DropReason, ReportPoint } from '../report.ts';
import type { VolContract } from '../quotes/prepare-expiries.ts';
import { smileDelta } from './smile-delta.ts';

/** What the points of one expiry are measured against. */
export interface PointContext {
  /** The expiry's forward in the quote currency; null when none is known. */
  readonly forward: number | null;
  readonly smile: Smile | null;
  readonly convention: DeltaConvention;
}

/** One contract as the report shows it: its vols, the fit at its strike, and why it is no point of the fit. */
export function reportPoint(
  { contract, vols }: VolContract,
  reason: DropReason | null,
  { forward, smile, convention }: PointContext,
): ReportPoint {
  const { instrument, quote, state } = contract;
  const k = forward === null ? null : finiteOrNull(Math.log(instrument.strike / forward));
  const onSmile = smile !== null && k !== null;
  return {
    instrument: instrument.name,
    expiry: instrument.expiry,
    strike: instrument.strike,
    right: instrument.right,
    k,
    forward: contract.forward,
    bidVol: vols.bid,
    askVol: vols.ask,
    midVol: vols.mid,
    markVol: vols.mark,
    venueMarkVol: quote?.venueMarkVol ?? null,
    fitVol: onSmile ? finiteOrNull(smileVol(smile, k)) : null,
    delta: onSmile ? smileDelta(smile, k, instrument.right, convention) : null,
    state,
    reason,
  };
}
