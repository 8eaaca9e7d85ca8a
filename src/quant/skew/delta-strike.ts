import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Smile, smileVol } from '../smile.ts';
import { type ValueAndSlope, bracketedNewton } from '../solve/bracketed-newton.ts';
import { inverseNormalCdf, logNormalCdf, normalPdf } from '../special/normal.ts';
import { moneyness } from './moneyness.ts';
import { type SmileScan, scanNode, smileScan } from './smile-scan.ts';

/**
 * How a delta is measured. `forward`: Φ(d1) for a call. `spot`: that times the foreign (underlying's) discount factor.
 * `premium-adjusted`: less the premium paid in the underlying, e^k·Φ(d2) for a call; `spot-premium-adjusted`: that times the
 * foreign discount factor. Puts: the same sizes with Φ(−d1), e^k·Φ(−d2).
 */
export type DeltaKind = 'forward' | 'spot' | 'premium-adjusted' | 'spot-premium-adjusted';

/** A delta convention; the foreign discount factor (> 0) is needed by the spot kinds and ignored by the others. */
export interface DeltaConvention {
  readonly kind: DeltaKind;
  readonly foreignDiscount?: number;
}

/** Undiscounted forward delta. */
export const FORWARD_DELTA: DeltaConvention = { kind: 'forward' };
/** Forward delta less the premium in coin: what a coin-margined book hedges. */
export const PREMIUM_ADJUSTED_DELTA: DeltaConvention = { kind: 'premium-adjusted' };

/** Which delta of which right; `delta` is a size in (0, 1), 0.25 for both the 25-delta call and the 25-delta put. */
export interface DeltaRequest {
  readonly delta: number;
  readonly right: 'call' | 'put';
  readonly convention: DeltaConvention;
}

/** A strike found on a smile: k = ln(K/F), and the smile's vol there as a decimal. */
export interface SmilePoint {
  readonly k: number;
  readonly vol: number;
}

/**
 * Why a delta has no strike. `does-not-exist`: no strike has so large a delta. `not-monotone`: d1 (forward, spot) or d2
 * (premium-adjusted) rises somewhere, which is an arbitrage, so that delta does not order the strikes. `beyond-reach`: the strike is
 * further than 16 at-the-money standard deviations away.
 */
export type DeltaStrikeFailure = 'does-not-exist' | 'not-monotone' | 'beyond-reach';

/** Whether a delta convention takes the premium off. */
export function isPremiumAdjusted(convention: DeltaConvention): boolean {
  return convention.kind === 'premium-adjusted' || convention.kind === 'spot-premium-adjusted';
}

/**
 * The strike of a given delta on a smile, where vol moves with the strike. A premium-adjusted call delta belongs to two strikes or none:
 * the larger one is taken, and `does-not-exist` is an answer.
 * Ref: Clark (2011), "Foreign Exchange Option Pricing", §3.3; Reiswich and Wystup (2010), "A guide to FX options quoting conventions".
 */
export function deltaStrike(smile: Smile, request: DeltaRequest): Result<SmilePoint, DeltaStrikeFailure> {
  assert(request.delta > 0 && request.delta < 1, `delta was ${request.delta}`);
  const scan = smileScan(smile);
  const size = request.delta / discountOf(request.convention);
  const found = isPremiumAdjusted(request.convention)
    ? premiumAdjustedStrike(smile, scan, size, request.right)
    : unadjustedStrike(smile, scan, size, request.right);
  return found.ok ? ok({ k: found.value, vol: smileVol(smile, found.value) }) : found;
}

/** Strike of the delta-neutral straddle: d1 = 0, k = w/2; premium-adjusted d2 = 0, k = −w/2. Fails as `deltaStrike` does. */
export function deltaNeutralStrike(
  smile: Smile,
  convention: DeltaConvention,
): Result<SmilePoint, DeltaStrikeFailure> {
  const found = levelStrike(smile, smileScan(smile), isPremiumAdjusted(convention) ? 'd2' : 'd1', 0);
  return found.ok ? ok({ k: found.value, vol: smileVol(smile, found.value) }) : found;
}

function discountOf(convention: DeltaConvention): number {
  if (convention.kind === 'forward' || convention.kind === 'premium-adjusted') return 1;
  const discount = convention.foreignDiscount ?? Number.NaN;
  assert(
    discount > 0,
    `a spot delta needs a foreign discount factor, which was ${convention.foreignDiscount}`,
  );
  return discount;
}

type Found = Result<number, DeltaStrikeFailure>;

function unadjustedStrike(smile: Smile, scan: SmileScan, size: number, right: 'call' | 'put'): Found {
  if (size >= 1) return err('does-not-exist');
  const level = inverseNormalCdf(size);
  return levelStrike(smile, scan, 'd1', right === 'call' ? level : -level);
}

/** The strike where d1 or d2 passes a level, on a smile where it falls with k. */
function levelStrike(smile: Smile, scan: SmileScan, which: 'd1' | 'd2', level: number): Found {
  if (!(which === 'd1' ? scan.d1Monotone : scan.d2Monotone)) return err('not-monotone');
  const cell = fallingCell(scan[which], level);
  if (cell === null) return err('beyond-reach');
  const slope = which === 'd1' ? 'd1Slope' : 'd2Slope';
  const excess = (k: number): ValueAndSlope => {
    const at = moneyness(smile, k);
    return { value: at[which] - level, slope: at[slope] };
  };
  const lo = scanNode(scan, cell);
  const hi = scanNode(scan, cell + 1);
  const share = (scan[which][cell]! - level) / (scan[which][cell]! - scan[which][cell + 1]!);
  return ok(bracketedNewton(excess, lo, hi, false, lo + share * (hi - lo)));
}

/** The cell [i, i + 1] in which falling samples pass a level; null when they do not. */
function fallingCell(samples: Float64Array, level: number): number | null {
  let lo = 0;
  let hi = samples.length - 1;
  if (samples[lo]! < level || samples[hi]! > level) return null;
  while (hi - lo > 1) {
    const middle = (lo + hi) >> 1;
    if (samples[middle]! >= level) lo = middle;
    else hi = middle;
  }
  return lo;
}

function premiumAdjustedStrike(smile: Smile, scan: SmileScan, size: number, right: 'call' | 'put'): Found {
  if (!scan.d2Monotone) return err('not-monotone');
  const target = Math.log(size);
  const bracket = right === 'put' ? putBracket(scan, target) : rightBranch(smile, scan, target);
  if (!bracket.ok) return bracket;
  const excess = right === 'put' ? logPutExcess : logCallExcess;
  const f = (k: number): ValueAndSlope => excess(smile, k, target);
  return ok(bracketedNewton(f, bracket.value[0], bracket.value[1], right === 'put'));
}

type Bracket = Result<readonly [number, number], DeltaStrikeFailure>;

/** Bracket of the strike where the premium-adjusted put delta, which rises with k, passes the target. */
function putBracket(scan: SmileScan, target: number): Bracket {
  let lo = 0;
  let hi = scan.d2.length - 1;
  const logPut = (i: number): number => scanNode(scan, i) + logNormalCdf(-scan.d2[i]!);
  if (logPut(lo) > target || logPut(hi) < target) return err('beyond-reach');
  while (hi - lo > 1) {
    const middle = (lo + hi) >> 1;
    if (logPut(middle) <= target) lo = middle;
    else hi = middle;
  }
  return ok([scanNode(scan, lo), scanNode(scan, hi)]);
}

/** Bracket of the largest strike where the premium-adjusted call delta falls through the target: a walk from the right. */
function rightBranch(smile: Smile, scan: SmileScan, target: number): Bracket {
  const last = scan.d2.length - 1;
  let slopeRight = -1;
  for (let i = last; i >= 0; i--) {
    const k = scanNode(scan, i);
    const d2 = scan.d2[i]!;
    // Φ(d2) < exp(−d2²/2) for d2 < 0: far out there is nothing to evaluate.
    if (d2 < 0 && k - 0.5 * d2 * d2 < target) continue;
    const here = logCallExcess(smile, k, target);
    if (here.value >= 0) return i === last ? err('beyond-reach') : ok([k, scanNode(scan, i + 1)]);
    if (here.slope > 0 && slopeRight < 0 && i < last) {
      const right = scanNode(scan, i + 1);
      const peak = peakBetween(smile, k, right);
      if (logCallExcess(smile, peak, target).value >= 0) return ok([peak, right]);
    }
    slopeRight = here.slope;
  }
  return err('does-not-exist');
}

/** Where the premium-adjusted call delta peaks inside a cell whose slopes change sign from + to −. */
function peakBetween(smile: Smile, lo: number, hi: number): number {
  let left = lo;
  let right = hi;
  for (let middle = 0.5 * (left + right); middle > left && middle < right; middle = 0.5 * (left + right)) {
    if (logCallExcess(smile, middle, 0).slope > 0) left = middle;
    else right = middle;
  }
  return left;
}

function logCallExcess(smile: Smile, k: number, target: number): ValueAndSlope {
  const { d2, d2Slope } = moneyness(smile, k);
  const logUp = logNormalCdf(d2);
  return { value: k + logUp - target, slope: 1 + normalPdf(d2) * Math.exp(-logUp) * d2Slope };
}

function logPutExcess(smile: Smile, k: number, target: number): ValueAndSlope {
  const { d2, d2Slope } = moneyness(smile, k);
  const logDown = logNormalCdf(-d2);
  return { value: k + logDown - target, slope: 1 - normalPdf(d2) * Math.exp(-logDown) * d2Slope };
}
