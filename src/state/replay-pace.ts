/** How fast a replay plays: so many times as fast as it was recorded, or as fast as the page can draw it. */
export const REPLAY_SPEEDS = ['1', '10', '50', 'max'] as const;
export type ReplaySpeed = (typeof REPLAY_SPEEDS)[number];

/** A longer pause in the recording counts as this one: hours without a snapshot are not sat through. */
export const LONGEST_PAUSE_MS = 800;
/** As often as a screen is drawn. */
const SHORTEST_STAY_MS = 16;

/**
 * How long an instant of a replay stays on screen, at the least.
 * @param pauseMs from it to the next as recorded
 */
export function stayMs(pauseMs: number, speed: ReplaySpeed): number {
  if (speed === 'max') return SHORTEST_STAY_MS;
  const pause = Math.min(Math.max(0, pauseMs), LONGEST_PAUSE_MS);
  return Math.max(SHORTEST_STAY_MS, pause / Number(speed));
}

/** The next faster or slower speed; the same at either end. */
export function besideSpeed(speed: ReplaySpeed, steps: 1 | -1): ReplaySpeed {
  return REPLAY_SPEEDS[REPLAY_SPEEDS.indexOf(speed) + steps] ?? speed;
}
