import { assert } from '#base/assert.ts';
import type { EpochMs } from '#base/time.ts';
import type { ListedFamily } from './listed-family.ts';
import type { MarketCourse } from './market-course.ts';
import { marketViews } from './market-view.ts';
import { narrowedQuoting } from './narrowed-quoting.ts';
import { createQuoting } from './quoting.ts';
import { trueVolAt } from './true-surface.ts';
import { deribitAnswer, methodOfPath } from './wire/deribit/answers.ts';
import { DERIBIT_FAMILIES } from './wire/deribit/families.ts';
import { envelopeText } from './wire/deribit/envelope.ts';
import { wireAddress } from './wire/wire-address.ts';

/** A market made of mathematics that speaks Deribit's wire text, and the truth behind its prices. */
export interface SampleMarket {
  /** Answers a Deribit address with the text the venue would send at `now`; a JSON-RPC error for what it does not know. */
  respond(url: string, now: EpochMs): string;
  /** Underlyings listed: `BTC`, `ETH`, and the linear `BTC_USDC` and so on. */
  readonly underlyings: readonly string[];
  /** Expiries of an underlying listed at `now`, in time order. */
  expiries(underlying: string, now: EpochMs): readonly EpochMs[];
  /** True vol, a decimal per year, at a strike in the quote currency; defined for any expiry after `now`, listed or not. */
  trueVol(underlying: string, expiry: EpochMs, strike: number, now: EpochMs): number;
  /** True forward of an expiry in the quote currency. */
  trueForward(underlying: string, expiry: EpochMs, now: EpochMs): number;
}

/**
 * Builds a sample market. Every answer is a function of seed, start and the `now` of the question alone: a frozen clock gives
 * the same text for ever, a running one a market that moves.
 */
export function createSampleMarket(options: {
  readonly seed: number;
  readonly startedAt: EpochMs;
  /** What the market is made to live through; without one it follows its own chance. */
  readonly course?: MarketCourse;
  /** Which expiries are answered for, looked up at every question; without it all that are listed. */
  readonly answersFor?: () => (expiry: EpochMs) => boolean;
}): SampleMarket {
  const { seed, startedAt, course, answersFor } = options;
  const quoting = createQuoting(seed, startedAt, course ?? null);
  const answered = answersFor === undefined ? quoting : narrowedQuoting(quoting, answersFor);
  const views = marketViews(answered, DERIBIT_FAMILIES);
  return {
    underlyings: DERIBIT_FAMILIES.map(({ underlying }) => underlying),
    respond: (url, now) => {
      const { path, params } = wireAddress(url);
      return envelopeText(deribitAnswer(views(now), methodOfPath(path), params), now);
    },
    expiries: (underlying, now) => {
      const contracts = quoting.listing(familyOf(underlying), now);
      return [...new Set(contracts.map((contract) => contract.listing.expiry))];
    },
    trueVol: (underlying, expiry, strike, now) =>
      trueVolAt(quoting.slice(familyOf(underlying), expiry, now), strike),
    trueForward: (underlying, expiry, now) => quoting.slice(familyOf(underlying), expiry, now).forward,
  };
}

function familyOf(underlying: string): ListedFamily {
  const family = DERIBIT_FAMILIES.find((candidate) => candidate.underlying === underlying);
  assert(family !== undefined, `the sample market lists no ${underlying}`);
  return family;
}
