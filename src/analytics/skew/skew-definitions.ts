import { marketStrangle } from '#quant/skew/market-strangle.ts';
import { smileShape } from '#quant/skew/smile-shape.ts';
import { smileVol } from '#quant/smile.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { MeasuredSmile } from '../metrics/delta-points.ts';
import { differenceOf, intervalOf, sumOf } from '../metrics/interval.ts';
import { sideVols } from '../metrics/smile-sides.ts';
import type { Interval } from '../report.ts';
import type { DeltaVols, QuotedVol } from './delta-vols.ts';

/** One definition's number, and what the bid-ask spread leaves open of it; null where it is not known or not bounded. */
export interface Measured {
  readonly value: number | null;
  readonly interval: Interval | null;
}

const NOT_MEASURED: Measured = { value: null, interval: null };

/** Definitions made from the vols at one delta; decimals of vol unless told otherwise. */
export interface DeltaDefinitions {
  /** σC − σP. */
  readonly riskReversal: Measured;
  /** (σC − σP) / σATM, dimensionless. */
  readonly riskReversalOverAtm: Measured;
  /** σP − σC. */
  readonly putMinusCall: Measured;
  /** σP / σC, dimensionless. */
  readonly putCallRatio: Measured;
  /** Mixon: (σP − σC) / σ50, dimensionless. */
  readonly normalisedSkew: Measured;
  /** σP − σATM. */
  readonly putOverAtm: Measured;
  /** σC − σATM. */
  readonly callOverAtm: Measured;
  /** ½(σC + σP) − σATM. */
  readonly butterfly: Measured;
  /** σC + σP − 2σATM. */
  readonly doubledButterfly: Measured;
}

/** The definitions of one delta. Intervals take every vol at the side of its spread that goes furthest. */
export function deltaDefinitions({ put, call, atm, straddle }: DeltaVols): DeltaDefinitions {
  const riskReversal = minus(call, put);
  const putMinusCall = minus(put, call);
  const doubled = minus(plus(call, put), times(atm, 2));
  return {
    riskReversal: measured(riskReversal),
    riskReversalOverAtm: measured(over(riskReversal, atm)),
    putMinusCall: measured(putMinusCall),
    putCallRatio: measured(over(put, call)),
    normalisedSkew: measured(over(putMinusCall, straddle)),
    putOverAtm: measured(minus(put, atm)),
    callOverAtm: measured(minus(call, atm)),
    // As the report has it: from the mean, so that the two agree to the last bit.
    butterfly: measured(minus(times(plus(call, put), 0.5), atm)),
    doubledButterfly: measured(doubled),
  };
}

/** Definitions that need the whole smile of a listed expiry. */
export interface SmileDefinitions {
  /** dσ/dk at the forward, vol per unit of ln(K/F). */
  readonly slope: Measured;
  /** dσ/dx at the forward, x = k / (σATM √T): vol per at-the-money standard deviation. */
  readonly standardisedSlope: Measured;
  /** √T·dσ/dk. */
  readonly rootTimeSlope: Measured;
  /** σ(90 % of the forward) − σ(110 %). */
  readonly fixedMoneyness: Measured;
  /** The one vol of the strangle that costs what the smile's does, less σATM. */
  readonly marketStrangle: Measured;
}

/** The definitions that belong to a smile and not to a tenor between smiles. @param delta of the strangle */
export function smileDefinitions(smile: MeasuredSmile, delta: number): SmileDefinitions {
  const { fit, quotedRange, convention } = smile;
  const shape = smileShape(fit.smile);
  const strangle = marketStrangle(fit.smile, {
    delta,
    convention: { kind: convention },
    centre: 'atm-forward',
  });
  const bare = (value: number): Measured => ({ ...NOT_MEASURED, value: finiteOrNull(value) });
  const at = (moneyness: number): QuotedVol => {
    const k = Math.log(moneyness);
    return { vol: finiteOrNull(smileVol(fit.smile, k)), ...sideVols(fit, quotedRange, k) };
  };
  return {
    slope: bare(shape.slope),
    standardisedSlope: bare(shape.standardisedSlope),
    rootTimeSlope: bare(shape.rootTimeSlope),
    fixedMoneyness: measured(minus(at(0.9), at(1.1))),
    marketStrangle: strangle.ok ? bare(strangle.value.butterfly) : NOT_MEASURED,
  };
}

function measured({ vol, bid, ask }: QuotedVol): Measured {
  return { value: vol === null ? null : finiteOrNull(vol), interval: intervalOf(bid, ask) };
}

function minus(a: QuotedVol, b: QuotedVol): QuotedVol {
  return {
    vol: differenceOf(a.vol, b.vol),
    bid: differenceOf(a.bid, b.ask),
    ask: differenceOf(a.ask, b.bid),
  };
}

function plus(a: QuotedVol, b: QuotedVol): QuotedVol {
  return { vol: sumOf(a.vol, b.vol), bid: sumOf(a.bid, b.bid), ask: sumOf(a.ask, b.ask) };
}

/** @param factor > 0 */
function times({ vol, bid, ask }: QuotedVol, factor: number): QuotedVol {
  const scaled = (side: number | null): number | null => (side === null ? null : factor * side);
  return { vol: scaled(vol), bid: scaled(bid), ask: scaled(ask) };
}

/** A quotient of independent sides: its ends are among the four quotients of the ends. The divisor is a vol, > 0. */
function over(a: QuotedVol, b: QuotedVol): QuotedVol {
  const quotient = (x: number | null, y: number | null): number | null =>
    x === null || y === null || y <= 0 ? null : x / y;
  const ends = [
    quotient(a.bid, b.bid),
    quotient(a.bid, b.ask),
    quotient(a.ask, b.bid),
    quotient(a.ask, b.ask),
  ];
  const known = ends.filter((end) => end !== null);
  const complete = known.length === ends.length;
  return {
    vol: quotient(a.vol, b.vol),
    bid: complete ? Math.min(...known) : null,
    ask: complete ? Math.max(...known) : null,
  };
}
