import { DAY_MS, type EpochMs } from '#base/time.ts';
import type { PartId } from './bill-parts.ts';
import { answerPlan } from './plan-answer.ts';
import type { HedgeBill } from './hedge-bill.ts';
import { type PayoffOption, settledValue } from './hedge-payoff.ts';
import type { NoHedgeReason } from './no-hedge.ts';
import type { ListedContract, ProtectionMarket } from './protection-market.ts';
import type { Horizon, ProtectionPlan } from './protection-plan.ts';
import type { OptionStructure } from './structure-legs.ts';

/** A plan of options that is bought anew each time it expires. */
export interface RollingPlan extends ProtectionPlan {
  readonly structure: OptionStructure;
  readonly horizon: Horizon & { readonly kind: 'rolling' };
}

/** One roll: what was bought, what it cost and what it brought; quote currency for the whole holding, at the day's prices. */
export interface Roll {
  readonly boughtAt: EpochMs;
  readonly expiry: EpochMs;
  readonly label: string;
  /** Null for a future. */
  readonly strike: number | null;
  readonly contracts: number;
  /** The contracts traded, the floor first. */
  readonly instruments: readonly string[];
  readonly spotAtStart: number | null;
  /** What the holding was worth when the roll was bought: at spot, at the forward where spot is not known. */
  readonly holding: number;
  /** Premiums and known fees. */
  readonly paid: number;
  readonly fees: number;
  /** What trading away from mid cost, of which `paid` is made too: to the best price, and through the book beyond it. */
  readonly halfSpread: number;
  readonly slippage: number;
  /** Parts of the cost that the venue does not say and that `paid` is therefore without. */
  readonly unknown: readonly PartId[];
  /** At mid when it was bought: what is paid above it is gone at once. */
  readonly midValueAtStart: number;
  /** Null while the roll is open. */
  readonly settled: RollSettlement | null;
}

/** How a roll ended. */
export interface RollSettlement {
  /** The first snapshot at or after the expiry, whose spot stands in for the venue's delivery price. */
  readonly at: EpochMs;
  /** How much later than the expiry that snapshot is. */
  readonly lateMs: number;
  readonly price: number;
  /** After delivery fees. */
  readonly payout: number;
  readonly deliveryFee: number;
}

/** Where a programme stood at one snapshot; quote currency for the whole holding. */
export interface ProgrammePoint {
  readonly at: EpochMs;
  readonly spot: number | null;
  /** Premiums and fees paid so far, fees alone, and what came back. */
  readonly paid: number;
  readonly fees: number;
  readonly payout: number;
  /** Mid value of the open hedge; null where one of its contracts has no price, 0 where none is open. */
  readonly value: number | null;
  /** payout + value − paid: what the programme is worth; null where the value is. */
  readonly net: number | null;
  /** What the open roll has lost of its mid value since it was bought; null where the value is. */
  readonly decay: number | null;
}

/** A programme between two snapshots. */
export interface ProgrammeState {
  readonly plan: RollingPlan;
  readonly open: { readonly roll: Roll; readonly options: readonly HeldOption[] } | null;
  /** Rolls that have ended. */
  readonly rolls: readonly Roll[];
  /** Snapshots at which a roll was due and could not be bought. */
  readonly missed: readonly { readonly at: EpochMs; readonly reason: NoHedgeReason }[];
  readonly points: readonly ProgrammePoint[];
}

/** One option of the open roll. */
export interface HeldOption extends PayoffOption {
  readonly instrument: string;
}

/** A programme that has bought nothing yet. */
export function startProgramme(plan: RollingPlan): ProgrammeState {
  return { plan, open: null, rolls: [], missed: [], points: [] };
}

/**
 * One snapshot later: settles a roll whose expiry has come, buys the next one while the programme runs, and marks what is
 * open. Pure, so that a replay or simulated days can feed it. Every roll protects the whole amount with the plan's
 * floor as it stands that day; options are held to expiry. Snapshots must come in order of time.
 */
export function stepProgramme(before: ProgrammeState, market: ProtectionMarket): ProgrammeState {
  const settled = settle(before, market);
  const bought = buy(settled, market);
  return { ...bought, points: [...bought.points, pointOf(bought, market)] };
}

function settle(state: ProgrammeState, { asOf, spot }: ProtectionMarket): ProgrammeState {
  const { open } = state;
  if (open === null || open.roll.expiry > asOf || spot === null) return state;
  let [payout, gross] = [0, 0];
  for (const option of open.options) {
    payout += settledValue(option, spot);
    gross += settledValue({ ...option, delivery: 0 }, spot);
  }
  const deliveryFee = gross - payout;
  const settled = { at: asOf, lateMs: asOf - open.roll.expiry, price: spot, payout, deliveryFee };
  return { ...state, open: null, rolls: [...state.rolls, { ...open.roll, settled }] };
}

function buy(state: ProgrammeState, market: ProtectionMarket): ProgrammeState {
  const { plan, open, missed } = state;
  const { asOf } = market;
  if (open !== null || asOf >= plan.horizon.until) return state;
  const answer = answerPlan(market, plan);
  if (!answer.ok) return { ...state, missed: [...missed, { at: asOf, reason: answer.error.reason }] };
  return { ...state, open: { roll: rollOf(answer.value, asOf), options: heldOptions(answer.value) } };
}

function heldOptions({ legs, payoff }: HedgeBill): readonly HeldOption[] {
  return payoff.options.map(({ right, strike, units, delivery, deliveryCap }, index): HeldOption => ({
    right,
    strike,
    units,
    delivery,
    deliveryCap,
    instrument: legs[index]?.instrument ?? '',
  }));
}

function rollOf(bill: HedgeBill, at: EpochMs): Roll {
  const quoteOf = (ids: readonly PartId[]): number =>
    bill.parts.reduce((sum, { id, amounts }) => sum + (ids.includes(id) ? (amounts?.quote ?? 0) : 0), 0);
  return {
    boughtAt: at,
    expiry: bill.expiry,
    label: bill.label,
    strike: bill.floorStrike,
    contracts: bill.sizing.contracts,
    instruments: bill.legs.map(({ instrument }) => instrument),
    spotAtStart: bill.spot,
    holding: bill.amount * (bill.spot ?? bill.forward),
    paid: bill.total.quote - quoteOf(['delivery']),
    fees: quoteOf(['fee']),
    halfSpread: quoteOf(['half-spread']),
    slippage: quoteOf(['slippage']),
    unknown: bill.unknown,
    midValueAtStart: quoteOf(['flat-atm', 'skew']),
    settled: null,
  };
}

function pointOf({ open, rolls }: ProgrammeState, market: ProtectionMarket): ProgrammePoint {
  const all = open === null ? rolls : [...rolls, open.roll];
  const sum = (value: (roll: Roll) => number): number => all.reduce((total, roll) => total + value(roll), 0);
  const [paid, payout] = [sum((roll) => roll.paid), sum((roll) => roll.settled?.payout ?? 0)];
  const value = open === null ? 0 : midValue(open.options, open.roll.expiry, market);
  return {
    at: market.asOf,
    spot: market.spot,
    paid,
    fees: sum((roll) => roll.fees),
    payout,
    value,
    net: value === null ? null : payout + value - paid,
    decay: value === null ? null : (open?.roll.midValueAtStart ?? 0) - value,
  };
}

function midValue(
  options: readonly HeldOption[],
  expiry: EpochMs,
  { expiries }: ProtectionMarket,
): number | null {
  const listed = expiries.filter((one) => one.expiry === expiry);
  const find = (name: string): ListedContract | undefined =>
    listed
      .map(({ puts, calls }) => [puts, calls].flat().find(({ instrument }) => instrument.name === name))
      .find((contract) => contract !== undefined);
  let value = 0;
  for (const { instrument, units } of options) {
    const pricing = find(instrument)?.pricing;
    if (pricing === undefined || pricing === null) return null;
    value += units * pricing.midValue;
  }
  return value;
}

/** What a programme came to, from its first to its last snapshot. */
export interface ProgrammeSummary {
  readonly rolls: number;
  /** Quote currency for the whole holding. */
  readonly paid: number;
  readonly fees: number;
  readonly payout: number;
  readonly openValue: number | null;
  /** payout + openValue − paid. */
  readonly net: number | null;
  readonly days: number;
  /** Change of the holding alone over the same time; null without spot. */
  readonly unhedged: number | null;
}

/** Adds a programme up; null before its first snapshot. */
export function programmeSummary({ plan, points, rolls, open }: ProgrammeState): ProgrammeSummary | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { paid, fees, payout, value, net } = last;
  return {
    rolls: rolls.length + (open === null ? 0 : 1),
    paid,
    fees,
    payout,
    openValue: value,
    net,
    days: (last.at - first.at) / DAY_MS,
    unhedged: first.spot === null || last.spot === null ? null : plan.amount * (last.spot - first.spot),
  };
}
