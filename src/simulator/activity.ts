import type { EpochMs } from '#base/time.ts';
import type { ListedContract } from './listing.ts';
import { type MadeQuote, upToTick } from './quote-maker.ts';
import { rounded } from './rounded.ts';
import { uniformAt } from './seeded-noise.ts';

/** What was traded in one contract; volume and open interest in the venue's own count. */
export interface Activity {
  readonly volume: number;
  readonly openInterest: number;
  /** Price of the last trade; null where there never was one. */
  readonly last: number | null;
}

const HOUR_MS = 3_600_000;

/** Trades gather out of the money, at round strikes and in the long-lived expiries; they move from hour to hour. */
export function activityOf(
  { family, listing, strike, right, stream }: ListedContract,
  quote: MadeQuote,
  now: EpochMs,
): Activity {
  const moneyness = Math.log(strike / quote.forward);
  const outside = (right === 'put') === strike < quote.forward;
  const round = Number(strike.toPrecision(1)) === strike ? 2.5 : 1;
  const life = { day: 0.4, week: 0.7, month: 1.6, quarter: 3 }[listing.kind];
  const interest = (outside ? 1 : 0.25) * round * life * Math.exp(-3 * Math.abs(moneyness));
  const hour = Math.floor(now / HOUR_MS);
  const lot = family.minimumTrade;
  const lots = (units: number): number => rounded(Math.floor(units / lot) * lot, 2);
  const busy = uniformAt(stream + 10, hour) ** 3 * interest;
  const volume = lots(busy < 0.05 ? 0 : 20 * busy * family.usualSize);
  const openInterest = lots(60 * interest * uniformAt(stream, 12) ** 2 * family.usualSize);
  const drift = 0.9 + 0.2 * uniformAt(stream + 11, hour);
  const everTraded = volume > 0 || uniformAt(stream, 13) < 0.7;
  const last = everTraded ? upToTick(family.ticks, quote.fair * drift) : null;
  return { volume, openInterest, last };
}
