import { blackPrice } from '#quant/black/black-price.ts';
import { smileVol } from '#quant/smile.ts';
import type { HedgeBill } from './hedge-bill.ts';
import type { LegBill } from './leg-bill.ts';
import { takerFee } from './option-fee.ts';
import type { BillableExpiry } from './structure-legs.ts';

/** A sudden move. Vols are decimals. */
export interface Shock {
  /** Move of spot and forward, decimal: −0.2 is a fall by a fifth. */
  readonly gap: number;
  /** Added to every vol. */
  readonly level: number;
  /**
   * Skew steepening: vol added for each at-the-money standard deviation that a strike lies below the new forward, and
   * taken off for each above it; no further than three of them.
   */
  readonly steepening: number;
  /** Spreads are this many times as wide as today; 1 leaves them. */
  readonly spreads: number;
}

/** How the smile follows the price: each strike keeps its vol, or each delta (log-strike) does. */
export type SmileDynamics = 'sticky-strike' | 'sticky-delta';

/** The hedge right after a shock; quote currency for the whole holding. */
export interface ShockOutcome {
  readonly shock: Shock;
  readonly dynamics: SmileDynamics;
  readonly spot: number;
  /** Mid value of the hedge before and after. */
  readonly valueBefore: number;
  readonly valueAfter: number;
  /** What selling out costs then: half-spreads as wide as the shock makes them, and fees; null when fees are not known. */
  readonly halfSpread: number;
  readonly fees: number | null;
  /** valueAfter less halfSpread and known fees. */
  readonly exitValue: number;
  /** Change of what is held without a hedge. */
  readonly unhedgedChange: number;
  /** Change of it with the hedge bought today and sold out then, everything paid included. */
  readonly hedgedChange: number;
}

/** A shock that grows with the gap: half a vol point a percent fallen, a tenth of one a deviation, spreads ten times the gap wider. */
export function usualShock(gap: number): Shock {
  const fall = Math.max(0, -gap);
  return { gap, level: 0.5 * fall, steepening: 0.1 * fall, spreads: 1 + 10 * fall };
}

const FARTHEST_DEVIATION = 3;
const LEAST_VOL = 0.01;

/** Values a hedge after a shock and what it costs to leave it then, at the same instant: no time passes. */
export function shockOutcome(
  bill: HedgeBill,
  expiry: BillableExpiry,
  shock: Shock,
  dynamics: SmileDynamics,
): ShockOutcome {
  const spot = bill.spot ?? bill.forward;
  const context = { shock, dynamics, expiry, inCoin: bill.premiumUnit === 'underlying' };
  let [before, after, halfSpread] = [0, 0, 0];
  let fees: number | null = 0;
  for (const leg of bill.legs) {
    const moved = shockedLeg(leg, context);
    before += moved.before;
    after += moved.after;
    halfSpread += moved.halfSpread;
    fees = fees === null || moved.fee === null ? null : fees + moved.fee;
  }
  const { payoff, amount } = bill;
  const short = payoff.short.units * (payoff.short.price - bill.forward * (1 + shock.gap));
  const shortBefore = payoff.short.units * (payoff.short.price - bill.forward);
  const exitValue = after + short - halfSpread - (fees ?? 0);
  const spotAfter = spot * (1 + shock.gap);
  return {
    shock,
    dynamics,
    spot: spotAfter,
    valueBefore: before + shortBefore,
    valueAfter: after + short,
    halfSpread,
    fees,
    exitValue,
    unhedgedChange: amount * (spotAfter - spot),
    hedgedChange: payoff.units * spotAfter + payoff.cash + exitValue - amount * spot,
  };
}

/** One leg before and after, quote currency for all its units: values signed, costs not. */
interface ShockedLeg {
  readonly before: number;
  readonly after: number;
  readonly halfSpread: number;
  readonly fee: number | null;
}

interface ShockContext {
  readonly shock: Shock;
  readonly dynamics: SmileDynamics;
  readonly expiry: BillableExpiry;
  readonly inCoin: boolean;
}

function shockedLeg(leg: LegBill, { shock, dynamics, expiry, inCoin }: ShockContext): ShockedLeg {
  const { strike, right, midVol, units, side } = leg;
  const { smile, atmVol, years } = expiry;
  const discount = inCoin ? 1 : expiry.discount;
  const forward = leg.forward * (1 + shock.gap);
  const k = Math.log(strike / forward);
  const carried =
    dynamics === 'sticky-strike' ? 0 : smileVol(smile, k) - smileVol(smile, Math.log(strike / leg.forward));
  const deviations = -k / (atmVol * Math.sqrt(years));
  const bounded = Math.max(-FARTHEST_DEVIATION, Math.min(FARTHEST_DEVIATION, deviations));
  const vol = Math.max(LEAST_VOL, midVol + carried + shock.level + shock.steepening * bounded);
  const valueAt = (at: number, one: number): number => blackPrice(at, strike, one, years, discount, right);
  const half = shock.spreads * halfSpreadVol(leg, valueAt);
  const sign = side === 'buy' ? 1 : -1;
  const after = valueAt(forward, vol);
  const closedAt = valueAt(forward, Math.max(0, vol - sign * half));
  return {
    before: sign * units * valueAt(leg.forward, midVol),
    after: sign * units * after,
    halfSpread: units * Math.abs(after - closedAt),
    fee: leg.fees && units * takerFee(leg.fees, [{ price: closedAt, size: units }], forward),
  };
}

/** Today's half-spread in vol; where the best price has no vol, in price over vega. */
function halfSpreadVol(leg: LegBill, valueAt: (forward: number, vol: number) => number): number {
  if (leg.bestVol !== null) return Math.abs(leg.bestVol - leg.midVol);
  const slope = (valueAt(leg.forward, leg.midVol + 0.001) - valueAt(leg.forward, leg.midVol)) / 0.001;
  const held = leg.vega > 0 ? Math.abs(leg.parts.halfSpread) / leg.vega : 0;
  return slope > 0 ? held : 0;
}
