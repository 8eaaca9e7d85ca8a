import { epochMs, type EpochMs } from '#base/time.ts';
import { tickAt, type TickTable } from '#market/tick-table.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import type { ListedContract } from './listing.ts';
import type { MarketStates } from './market-state.ts';
import { uniformAt } from './seeded-noise.ts';
import { type TrueSlice, trueSlice, trueVolAt } from './true-surface.ts';

/** What the makers show for one contract; prices in the contract's premium unit, null where nobody quotes. */
export interface MadeQuote {
  readonly bid: number | null;
  readonly ask: number | null;
  /** Fair price at the true vol, in the premium unit. */
  readonly fair: number;
  /** True vol, a decimal per year. */
  readonly vol: number;
  readonly forward: number;
  /** True when the makers have not looked at this contract since `quotedAt`. */
  readonly stale: boolean;
  readonly quotedAt: EpochMs;
}

/** Slices of one family at one instant, computed once for all strikes of an expiry. */
export type SliceOf = (expiry: EpochMs) => TrueSlice;

const STALE_MS = 25 * 60_000;
const STALE_SHARE = 0.012;
/** Half-spread in vol at the money for one year, its growth towards short expiries, and its growth into the wings. */
const HALF_SPREAD = 0.0012;
const SHORT_END = 0.0005;
const WING_GROWTH = 0.3;
/** Distance from the money, in standard deviations, beyond which makers begin to leave one side empty. */
const THIN_FROM = 2.8;

/** Makes the quote of a contract at an instant: true vol, a spread around it, the venue's tick, and now and then nobody at all. */
export function makeQuote(
  contract: ListedContract,
  now: EpochMs,
  slices: { readonly fresh: SliceOf; readonly states: MarketStates },
): MadeQuote {
  const { family, listing, strike, stream } = contract;
  const slice = slices.fresh(listing.expiry);
  const vol = trueVolAt(slice, strike);
  const fair = premium(contract, slice, vol);
  const epoch = Math.floor((now + uniformAt(stream, 1) * STALE_MS) / STALE_MS);
  const stale = uniformAt(stream + 7, epoch) < STALE_SHARE;
  const epochStart = epoch * STALE_MS - uniformAt(stream, 1) * STALE_MS;
  const quotedAt = stale ? epochMs(Math.max(epochStart, listing.listedAt)) : now;
  const seen = stale ? trueSlice(slices.states(family.profile, quotedAt), listing.expiry) : slice;
  const { bid, ask } = sides(contract, seen, quotedAt);
  return { bid, ask, fair, vol, forward: slice.forward, stale, quotedAt };
}

function sides(
  contract: ListedContract,
  slice: TrueSlice,
  at: EpochMs,
): { readonly bid: number | null; readonly ask: number | null } {
  const { family, listing, strike, stream } = contract;
  const vol = trueVolAt(slice, strike);
  const distance = Math.log(strike / slice.forward) / Math.sqrt(slice.theta);
  // Each maker re-quotes on a beat of its own, between four and twenty seconds.
  const beat = Math.floor(at / (4000 + 16_000 * uniformAt(stream, 2)));
  const half =
    family.width *
    (HALF_SPREAD + SHORT_END / Math.sqrt(slice.years + 0.002)) *
    (1 + WING_GROWTH * Math.min(9, distance * distance));
  const bidVol = vol - half * (0.6 + 0.9 * uniformAt(stream + 3, beat));
  const askVol = vol + half * (0.6 + 0.9 * uniformAt(stream + 4, beat));
  const hour = Math.floor(at / 3_600_000 + uniformAt(stream, 5));
  const inTheMoney = (contract.right === 'call') === strike < slice.forward;
  const thin = Math.max(0, Math.abs(distance) - THIN_FROM) / 4 + (listing.kind === 'day' ? 0.02 : 0.008);
  const noBid = bidVol <= 0.01 || uniformAt(stream + 5, hour) < thin * (inTheMoney ? 1.2 : 0.7);
  const noAsk = uniformAt(stream + 6, hour) < thin * (inTheMoney ? 0.9 : 0.15);
  const bid = noBid ? 0 : downToTick(family.ticks, premium(contract, slice, bidVol));
  const ask = upToTick(family.ticks, premium(contract, slice, askVol));
  return { bid: bid > 0 ? bid : null, ask: noAsk ? null : ask };
}

/** Price of a contract at a vol, in its premium unit. */
export function premium(contract: ListedContract, slice: TrueSlice, vol: number): number {
  const { strike, right, family } = contract;
  const { forward, years } = slice;
  const price = blackPrice(forward, strike, vol, years, 1, right);
  return family.premiumUnit === 'underlying' ? price / forward : price;
}

/** The highest tick at or below a price; 0 when that is no price. */
export function downToTick(table: TickTable, price: number): number {
  const tick = tickAt(table, price);
  return onTick(Math.floor(price / tick + 1e-9), tick);
}

/** The lowest tick at or above a price, at least one tick. */
export function upToTick(table: TickTable, price: number): number {
  const tick = tickAt(table, price);
  return onTick(Math.max(1, Math.ceil(price / tick - 1e-9)), tick);
}

function onTick(count: number, tick: number): number {
  return Number((count * tick).toFixed(6));
}
