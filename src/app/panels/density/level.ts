/** A share of the forward at which the tail is told until the user names a level. */
const FIRST_LEVEL = 0.9;

/** The step that arrows move a level by: a round price under a hundredth of the forward's own. */
export function levelStep(forward: number): number {
  return 10 ** (Math.floor(Math.log10(forward)) - 2);
}

/** The nearest whole step that is a price at all, free of binary dust. */
export function roundedLevel(price: number, step: number): number {
  const whole = Math.max(1, Math.round(price / step));
  return step >= 1 ? whole * step : Number((whole * step).toPrecision(9));
}

/** A level somewhat below the forward, on a step so coarse that it stands still while the market moves a little. */
export function firstLevel(forward: number): number {
  return roundedLevel(FIRST_LEVEL * forward, 10 * levelStep(forward));
}

/** Decimals that show a level's steps and no more. */
export function levelDecimals(forward: number): number {
  return Math.max(0, -Math.floor(Math.log10(levelStep(forward)) + 1e-9));
}
