import { utcInstant } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { coinOf } from '#market/underlying.ts';
import { isDailyExpiry } from '../fee-terms.ts';
import type { OptionName } from '../option-name.ts';

/** The settlement currency that a pair ends with; null for coin-settled contracts. */
export function settlementCurrency(underlying: string): string | null {
  return underlying.split('_')[1] ?? null;
}

/**
 * Base tier: coin-settled 0.03 % both sides, linear 0.01 % resting and 0.05 % taking; neither the fee nor the delivery
 * fee exceeds 12.5 %. The venue's page on combo books, undated, says that the cheaper direction of a combination has
 * reduced fees, and not by how much. The schedule of August 2026 is known only as far as contracts list it.
 */
const COIN_FEES: FeeSchedule = {
  maker: 0.0003,
  taker: 0.0003,
  premiumCap: 0.125,
  delivery: 0.000_15,
  deliveryCap: 0.125,
  comboDiscount: null,
  comboReduced: 'Deribit support: Combo books',
  source: { name: 'Deribit support: Fees', date: '2026-01', perContract: false },
};
const LINEAR_FEES: FeeSchedule = { ...COIN_FEES, maker: 0.0001, taker: 0.0005 };

/** Fees of a contract by its name: dailies are delivered free of charge. */
export function feesOf({ underlying, expiry }: Pick<OptionName, 'underlying' | 'expiry'>): FeeSchedule {
  const schedule = settlementCurrency(underlying) === null ? COIN_FEES : LINEAR_FEES;
  return isDailyExpiry(expiry) ? { ...schedule, delivery: 0 } : schedule;
}

const COIN_TICKS: TickTable = { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] };
const FLAT_COIN_TICKS: TickTable = { base: 0.0005, steps: [] };
/** The finest step seen: a name does not tell a linear contract's tick, and a step too coarse would misjudge quotes. */
const FINEST_TICKS: TickTable = { base: 0.0001, steps: [] };
/** A contract shown with the flat tick is dated January 2023; one with steps, November 2024. */
const STEPS_SINCE = utcInstant({ year: 2023, month: 7, day: 1 }) ?? 0;
const FEES_SINCE = utcInstant({ year: 2025, month: 1, day: 1 }) ?? 0;

/** Coins in one linear contract where that is not 1. */
const LINEAR_SIZES: Readonly<Record<string, number>> = { SOL: 10, XRP: 1_000, AVAX: 100, TRX: 10_000 };

/** Coins in one contract as far as its name tells; sizes on the wire are coins, in Smirk they are contracts. */
export function contractSizeOf(underlying: string): number {
  if (settlementCurrency(underlying) === null) return 1;
  return LINEAR_SIZES[coinOf(underlying)] ?? 1;
}

/** A contract from its name alone, with the terms that were usual at `at`; fees are null before the known schedule. */
export function instrumentFromName(name: string, parts: OptionName, at: EpochMs): Instrument {
  const currency = settlementCurrency(parts.underlying);
  const coinTicks = at >= STEPS_SINCE ? COIN_TICKS : FLAT_COIN_TICKS;
  return {
    name,
    venue: 'deribit',
    underlying: parts.underlying,
    series: parts.underlying,
    expiry: parts.expiry,
    strike: parts.strike,
    right: parts.right,
    premiumUnit: currency === null ? 'underlying' : 'quote',
    quoteCurrency: currency ?? 'USD',
    contractSize: contractSizeOf(parts.underlying),
    minimumTrade: null,
    ticks: currency === null ? coinTicks : FINEST_TICKS,
    exercise: 'european',
    fees: at >= FEES_SINCE ? feesOf(parts) : null,
  };
}
