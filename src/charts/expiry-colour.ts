/** Steps of the near→far ramp in theme.css. */
export const expiryRampSteps = 16;

/** The ramp colour of the expiry at `rank` (0 is nearest) of `count` listed ones, as a CSS value for either theme. */
export function expiryColour(rank: number, count: number): string {
  const share = count > 1 ? rank / (count - 1) : 0.5;
  const step = Math.round(Math.min(1, Math.max(0, share)) * (expiryRampSteps - 1));
  return `var(--expiry-${step})`;
}
