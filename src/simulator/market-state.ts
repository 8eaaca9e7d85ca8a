import { DAY_MS, epochMs, type EpochMs, yearsBetween } from '#base/time.ts';
import { type BrownianPath, brownianAt } from './brownian-path.ts';
import type { CoinProfile } from './coin-profile.ts';
import type { MarketCourse } from './market-course.ts';
import { smoothNoise, streamOf } from './seeded-noise.ts';

/** Where one coin's market stands at one instant. */
export interface MarketState {
  readonly profile: CoinProfile;
  readonly at: EpochMs;
  /** Spot index in USD. */
  readonly spot: number;
  /** Multiplies the near vol; its square root multiplies the far vol. */
  readonly level: number;
  /** Added to the tilt of every slice: negative makes puts dearer still. */
  readonly tiltShift: number;
  /** Annual growth of the forward over spot. */
  readonly carry: number;
}

/** Hands out the state of any coin at any instant: the same seed, start and instant give the same state. */
export type MarketStates = (profile: CoinProfile, at: EpochMs) => MarketState;

/** How strongly a fall of the last days raises vol and makes puts dearer. */
const LEVERAGE = 1.6;
const TILT_LEVERAGE = 0.9;
const MEMORY_MS = 5 * DAY_MS;

/** Builds the processes of a sample market: spot diffuses, vol level and skew wander and answer to falls of the spot. */
export function marketStates(
  seed: number,
  startedAt: EpochMs,
  course: MarketCourse | null = null,
): MarketStates {
  const pathOf = (name: string): BrownianPath => ({ stream: streamOf(name, seed), origin: startedAt });
  const common = pathOf('common');
  const logSpot = (profile: CoinProfile, at: EpochMs): number => {
    const own = Math.sqrt(1 - profile.common * profile.common);
    const path = profile.common * brownianAt(common, at) + own * brownianAt(pathOf(profile.coin), at);
    const years = yearsBetween(startedAt, at);
    const pathVol = profile.pathVol * (course?.pathVol ?? 1);
    return pathVol * path - 0.5 * pathVol * pathVol * years + (course?.shift(at) ?? 0);
  };
  return (profile, at) => {
    const noise = (name: string, days: number): number =>
      smoothNoise(streamOf(`${profile.coin} ${name}`, seed), at, days * DAY_MS);
    const now = logSpot(profile, at);
    const recent = now - logSpot(profile, epochMs(at - MEMORY_MS));
    const fall = Math.max(-0.35, Math.min(0.35, recent)) * (recent < 0 ? 1 : 0.35);
    return {
      profile,
      at,
      spot: profile.spot * Math.exp(now),
      level:
        (course?.level ?? 1) *
        Math.exp(
          0.13 * noise('level', 9) +
            0.04 * noise('level', 0.5) +
            0.01 * noise('level', 0.02) -
            LEVERAGE * fall,
        ),
      tiltShift: 0.05 * noise('tilt', 6) + 0.02 * noise('tilt', 0.3) + TILT_LEVERAGE * fall,
      carry: profile.carry + 0.015 * noise('carry', 12) + 0.003 * noise('carry', 0.2),
    };
  };
}
