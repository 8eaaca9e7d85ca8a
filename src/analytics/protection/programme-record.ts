import { DAYS_PER_YEAR, type EpochMs, yearsBetween } from '#base/time.ts';
import type { NoHedgeReason } from './no-hedge.ts';
import type { RollPeriod } from './protection-plan.ts';
import type { ProgrammePoint, ProgrammeState, Roll } from './rolling-programme.ts';

/**
 * Where a programme stood at one instant. All but `at` and `spot` are fractions of the holding: each roll's amounts over what
 * the holding was worth when that roll was bought, added up, so that a fallen price does not make an old premium look dear.
 */
export interface ProgrammeMark {
  readonly at: EpochMs;
  readonly spot: number | null;
  /** Premiums and fees so far, and of them what is not the option's mid value: half-spread, slippage and fees. */
  readonly paid: number;
  readonly execution: number;
  readonly paidBack: number;
  /** Mid value of the open roll; null where one of its contracts has no price, 0 where none is open. */
  readonly value: number | null;
  /** paidBack + value − paid; null where the value is. */
  readonly net: number | null;
  /** What the open roll has lost of its mid value since it was bought; null where the value is. */
  readonly decay: number | null;
}

/** The rolls that have ended, added up. Fractions of the holding as in `ProgrammeMark`. */
export interface ProgrammeTotals {
  readonly rolls: number;
  readonly cost: number;
  /** Parts of the cost: the rest of it is what the options were worth at mid. */
  readonly halfSpread: number;
  readonly slippage: number;
  readonly fees: number;
  readonly paidBack: number;
  /** Already taken from what was paid back. */
  readonly deliveryFee: number;
  /** paidBack − cost. */
  readonly net: number;
  /** ACT/365F during which a roll stood: gaps in which none could be bought do not count. */
  readonly years: number;
  /** First purchase and last expiry. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Rolls that brought more than they cost. */
  readonly won: number;
  /** Per year protected; null where the rolls stood for less than two months, too short to be called a year's cost. */
  readonly perYear: { readonly cost: number; readonly paidBack: number; readonly net: number } | null;
}

/** One programme as it is shown: plain data, finite or null throughout. */
export interface ProgrammeRecord {
  readonly every: RollPeriod;
  /** In order of time; the last may still be open. */
  readonly rolls: readonly Roll[];
  /** Instants at which a roll was due and could not be bought. */
  readonly missed: readonly { readonly at: EpochMs; readonly reason: NoHedgeReason }[];
  readonly marks: readonly ProgrammeMark[];
  /** Null where no roll has ended. */
  readonly totals: ProgrammeTotals | null;
}

/** Shorter spans are not scaled to a year. */
const LEAST_YEARS = 60 / DAYS_PER_YEAR;

/** What became of a programme, as fractions of the holding. */
export function programmeRecord({ plan, rolls, open, missed, points }: ProgrammeState): ProgrammeRecord {
  const all = open === null ? rolls : [...rolls, open.roll];
  return {
    every: plan.horizon.every,
    rolls: all,
    missed,
    marks: points.map((point) => markOf(point, all)),
    totals: totalsOf(rolls),
  };
}

function markOf({ at, spot, value, decay }: ProgrammePoint, rolls: readonly Roll[]): ProgrammeMark {
  const bought = rolls.filter(({ boughtAt }) => boughtAt <= at);
  const ended = bought.filter(({ settled }) => settled !== null && settled.at <= at);
  const last = bought.at(-1);
  const open = last === undefined || ended.includes(last) ? null : last;
  const paid = share(bought, (roll) => roll.paid);
  const paidBack = share(ended, ({ settled }) => settled?.payout ?? 0);
  const ofOpen = (quote: number | null): number | null => {
    if (quote === null || open === null) return quote;
    return quote / open.holding;
  };
  const worth = ofOpen(value);
  return {
    at,
    spot,
    paid,
    execution: share(bought, executionOf),
    paidBack,
    value: worth,
    net: worth === null ? null : paidBack + worth - paid,
    decay: ofOpen(decay),
  };
}

function executionOf({ fees, halfSpread, slippage }: Roll): number {
  return fees + halfSpread + slippage;
}

function totalsOf(rolls: readonly Roll[]): ProgrammeTotals | null {
  const [first, last] = [rolls[0], rolls.at(-1)];
  if (first === undefined || last === undefined) return null;
  const cost = share(rolls, (roll) => roll.paid);
  const paidBack = share(rolls, ({ settled }) => settled?.payout ?? 0);
  const net = paidBack - cost;
  const years = rolls.reduce((sum, { boughtAt, expiry }) => sum + yearsBetween(boughtAt, expiry), 0);
  const perYear = { cost: cost / years, paidBack: paidBack / years, net: net / years };
  return {
    rolls: rolls.length,
    cost,
    halfSpread: share(rolls, (roll) => roll.halfSpread),
    slippage: share(rolls, (roll) => roll.slippage),
    fees: share(rolls, (roll) => roll.fees),
    paidBack,
    deliveryFee: share(rolls, ({ settled }) => settled?.deliveryFee ?? 0),
    net,
    years,
    from: first.boughtAt,
    to: last.expiry,
    won: rolls.filter(({ paid, settled }) => (settled?.payout ?? 0) > paid).length,
    perYear: years < LEAST_YEARS ? null : perYear,
  };
}

function share(rolls: readonly Roll[], quote: (roll: Roll) => number): number {
  return rolls.reduce((sum, roll) => sum + quote(roll) / roll.holding, 0);
}
