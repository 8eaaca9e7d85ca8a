import { utcInstant } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { isDailyExpiry } from '../fee-terms.ts';
import type { OptionName } from '../option-name.ts';

/** Every quoted price of July and August 2026 lies on this grid, and none above its step on the finer one. */
const TICKS: TickTable = { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] };
const FLAT_TICKS: TickTable = { base: 0.0005, steps: [] };
/** Lists of May 2022 have the flat tick and ten times today's contracts. */
const TODAYS_TERMS_SINCE = utcInstant({ year: 2023, month: 1, day: 1 }) ?? 0;
const FEES_SINCE = utcInstant({ year: 2025, month: 5, day: 15 }) ?? 0;

/**
 * Coins of one contract. A presumption, for a name does not tell: 0.01 BTC is documented for 2024, 0.1 and 1 were
 * listed in 2022; that ETH went down tenfold together with BTC is not. What the venue lists takes its place. Until
 * then it only bears on sizes: prices, vols and forwards are per coin whatever the contract.
 */
const CONTRACT_SIZES: Readonly<Record<string, number>> = { BTC: 0.01, ETH: 0.1 };
const EARLIER_FACTOR = 10;

/** 1 for a coin never listed so far. */
function presumedContractSize(underlying: string, at: EpochMs): number {
  const size = CONTRACT_SIZES[underlying];
  if (size === undefined) return 1;
  return at >= TODAYS_TERMS_SINCE ? size : size * EARLIER_FACTOR;
}

/** A contract from its name alone, with the terms that were usual at `at`; fees are null before the known schedule. */
export function instrumentFromName(name: string, parts: OptionName, at: EpochMs): Instrument {
  const { underlying, expiry, strike, right } = parts;
  return {
    name,
    venue: 'okx',
    underlying,
    series: underlying,
    expiry,
    strike,
    right,
    premiumUnit: 'underlying',
    quoteCurrency: 'USD',
    contractSize: presumedContractSize(underlying, at),
    minimumTrade: null,
    ticks: at >= TODAYS_TERMS_SINCE ? TICKS : FLAT_TICKS,
    exercise: 'european',
    fees: at >= FEES_SINCE ? feesOf(expiry) : null,
  };
}

const FEES: FeeSchedule = {
  maker: 0.0002,
  taker: 0.0003,
  premiumCap: 0.07,
  delivery: 0.0002,
  deliveryCap: 0.07,
  comboDiscount: null,
  source: { name: 'OKX: fee schedule, base tier', date: '2025-05-15', perContract: false },
};

/** Exercise is free except on Fridays. */
function feesOf(expiry: EpochMs): FeeSchedule {
  return isDailyExpiry(expiry) ? { ...FEES, delivery: 0 } : FEES;
}
