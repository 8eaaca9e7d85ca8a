import type { Smile } from '../smile.ts';

/** A surface as the smile it has at each time to expiry (ACT/365F years); null at times it does not cover. */
export type SmileAt = (years: number) => Smile | null;

/**
 * The surface that runs through listed smiles, linear in total variance at fixed k = ln(K/F) between neighbours: free of calendar
 * arbitrage whenever the listed smiles are. Not extrapolated in time.
 * @param smiles rising in years
 */
export function linearInVariance(smiles: readonly Smile[]): SmileAt {
  return (years) => {
    const after = smiles.findIndex((smile) => smile.years >= years);
    const far = smiles[after];
    if (far === undefined) return null;
    if (far.years === years) return far;
    const near = smiles[after - 1];
    return near === undefined ? null : between(near, far, years);
  };
}

function between(near: Smile, far: Smile, years: number): Smile {
  const share = (years - near.years) / (far.years - near.years);
  const mix = (a: number, b: number): number => a + share * (b - a);
  return {
    years,
    totalVariance: (k) => mix(near.totalVariance(k), far.totalVariance(k)),
    jet: (k) => {
      const [a, b] = [near.jet(k), far.jet(k)];
      return { w: mix(a.w, b.w), dw: mix(a.dw, b.dw), d2w: mix(a.d2w, b.d2w) };
    },
  };
}
