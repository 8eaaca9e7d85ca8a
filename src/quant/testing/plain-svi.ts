import type { Smile } from '../smile.ts';

/** Five raw SVI numbers, written out for tests apart from the code that fits and draws. */
export interface PlainSvi {
  readonly a: number;
  readonly b: number;
  readonly rho: number;
  readonly m: number;
  readonly sigma: number;
}

/** A raw SVI smile spelt out once more, so that what reads smiles is tested against code it does not share; k = ln(K/F). */
export function plainSvi(p: PlainSvi, years: number): Smile {
  const jet = (k: number): { w: number; dw: number; d2w: number } => {
    const x = k - p.m;
    const hypotenuse = Math.sqrt(x * x + p.sigma * p.sigma);
    return {
      w: p.a + p.b * (p.rho * x + hypotenuse),
      dw: p.b * p.rho + (p.b * x) / hypotenuse,
      d2w: (p.b * p.sigma * p.sigma) / hypotenuse ** 3,
    };
  };
  return { years, totalVariance: (k) => jet(k).w, jet };
}

/** A smile of one and the same vol at every strike. */
export function flatSmile(vol: number, years: number): Smile {
  const w = vol * vol * years;
  return { years, totalVariance: () => w, jet: () => ({ w, dw: 0, d2w: 0 }) };
}

/** The mirror image of a smile in k. */
export function mirrored(smile: Smile): Smile {
  return {
    years: smile.years,
    totalVariance: (k) => smile.totalVariance(-k),
    jet: (k) => {
      const { w, dw, d2w } = smile.jet(-k);
      return { w, dw: -dw, d2w };
    },
  };
}
