import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import { type CourseName, marketCourse } from '#simulator/market-course.ts';
import { createSampleMarket } from '#simulator/sample-market.ts';
import type { ChainsThroughTime } from './chains-through-time.ts';
import { createQuoteBook } from './quote-book.ts';

/** The seed of every simulated path. Its own chance is quiet, so that what a path shows is what its course made of it. */
export const SIMULATED_SEED = 29;
/** When every simulated path begins: a Friday at the hour of expiry. */
export const SIMULATED_FROM = epochMs(Date.UTC(2026, 0, 2, 8));
const WEEK = 7;
/** What was bought last is followed to its end, at most a quarter and some days later. */
const LONGEST_ROLL_DAYS = 126;

/** The simulator's word for an underlying: the same where it lists it, else the same coin, else BTC. */
export function simulatedUnderlying(wanted: string): string {
  const { underlyings } = createSampleMarket({ seed: SIMULATED_SEED, startedAt: SIMULATED_FROM });
  const [coin = ''] = wanted.split('_');
  const same = underlyings.find((one) => one === wanted);
  return same ?? underlyings.find((one) => one.split('_')[0] === coin) ?? 'BTC';
}

/**
 * One path of one course, looked at every Friday at 08:00 UTC, the hour of expiry: the venue's own wire text, read by the
 * venue's reader, as a recording would be.
 */
export function simulatedChains(underlying: string, course: CourseName, days: number): ChainsThroughTime {
  let wanted: ReadonlySet<EpochMs> = new Set();
  const market = createSampleMarket({
    seed: SIMULATED_SEED,
    startedAt: SIMULATED_FROM,
    course: marketCourse(course, SIMULATED_FROM, days),
    answersFor: () => (expiry) => wanted.has(expiry),
  });
  const weeks = Math.ceil(days / WEEK) + LONGEST_ROLL_DAYS / WEEK;
  const instants = Array.from({ length: weeks + 1 }, (_, week) =>
    epochMs(SIMULATED_FROM + week * WEEK * DAY_MS),
  );
  return {
    instants,
    chainAt: (index, choose) => {
      const at = instants[index];
      if (at === undefined) return null;
      wanted = new Set(choose(market.expiries(underlying, at), at));
      const book = createQuoteBook(deribitAdapter.id);
      // The volatility index takes longer to make than the chain, and no bill needs it.
      const spot = deribitAdapter
        .indexRequests(underlying, at)
        .filter(({ url }) => url.includes('get_index_price'));
      const asked = [...spot, ...deribitAdapter.chainRequests(underlying)];
      for (const { url } of asked) {
        const body = market.respond(url, at);
        book.apply(deribitAdapter.read({ at, via: 'http', request: url, body }));
      }
      return book.snapshot(underlying);
    },
  };
}
