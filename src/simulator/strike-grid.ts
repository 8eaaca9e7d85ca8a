import { DAY_MS, epochMs, type EpochMs, yearsBetween } from '#base/time.ts';
import type { CoinProfile } from './coin-profile.ts';
import type { ListedExpiry } from './expiry-calendar.ts';

/** Days before expiry at which a venue adds strikes around the spot of that hour. */
const ROUNDS = [40, 7].map((days) => days * DAY_MS);
const STEPS_OF_DECADE = [1, 2, 2.5, 5, 10] as const;
/** Space between strikes in standard deviations to expiry. */
const SPACING = 0.36;
/** Reach to either side in the same measure: of the first grid, of one added later, and of the two lone wing strikes. */
const FIRST_REACH = 1.7;
const LATER_REACH = 1.6;
const WING = 2.8;
/** No grid reaches further up than this in log strike: beyond it the venue would list round thousands only. */
const HIGHEST = 0.6;

/**
 * Strikes listed for an expiry at an instant, ascending, in the quote currency. Strikes come in rounds, each a regular grid of
 * round numbers around the spot at its own instant; a strike once listed stays to the end, as at the venue.
 */
export function listedStrikes(options: {
  readonly profile: CoinProfile;
  readonly listing: ListedExpiry;
  readonly now: EpochMs;
  readonly spotAt: (at: EpochMs) => number;
}): readonly number[] {
  const { profile, listing, now, spotAt } = options;
  const strikes = new Set<number>();
  const later = ROUNDS.map((before) => epochMs(listing.expiry - before)).filter(
    (at) => at > listing.listedAt + DAY_MS && at <= now,
  );
  const deviationAt = (at: EpochMs): number => profile.farVol * Math.sqrt(yearsBetween(at, listing.expiry));
  const first = { spot: spotAt(listing.listedAt), deviation: deviationAt(listing.listedAt) };
  for (const strike of [...grid(first, FIRST_REACH), ...wings(first)]) strikes.add(strike);
  for (const at of later)
    for (const strike of grid({ spot: spotAt(at), deviation: deviationAt(at) }, LATER_REACH))
      strikes.add(strike);
  return [...strikes].sort((a, b) => a - b);
}

interface Round {
  readonly spot: number;
  /** Standard deviation of the log spot from the round to expiry. */
  readonly deviation: number;
}

function grid({ spot, deviation }: Round, reach: number): readonly number[] {
  const step = roundStep(spot * deviation * SPACING);
  const first = Math.max(1, Math.ceil((spot * Math.exp(-reach * deviation)) / step));
  const last = Math.floor((spot * Math.exp(Math.min(reach * deviation, HIGHEST))) / step);
  return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
}

function wings({ spot, deviation }: Round): readonly number[] {
  const step = 2 * roundStep(spot * deviation * SPACING);
  return [-WING, WING].map((z) =>
    tidy(Math.max(1, Math.round((spot * Math.exp(z * deviation)) / step)) * step),
  );
}

/** The largest round number (1, 2, 2.5 or 5 times a power of ten) that is not much above a step. */
function roundStep(step: number): number {
  const decade = 10 ** Math.floor(Math.log10(step));
  const fitting = STEPS_OF_DECADE.filter((candidate) => candidate * decade <= 1.2 * step);
  return tidy((fitting.at(-1) ?? 1) * decade);
}

/** Removes the last binary digits of a product of round numbers. */
function tidy(value: number): number {
  return Number(value.toPrecision(9));
}
