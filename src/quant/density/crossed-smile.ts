import type { Smile } from '../smile.ts';

/**
 * A smile that runs along `below` far under the forward and along `above` far over it, and passes from one to the other about the
 * forward within an expected move: ln w = (1 − h)·ln w_below + h·ln w_above with h = (1 + tanh(k/width))/2. Through the bids of one
 * wing and the asks of the other it is the most that a spread lets a smile tilt.
 * @param width log-strike over which it passes, > 0; an expected move σ√T leaves each wing to its own side at 25 delta
 */
export function crossedSmile(below: Smile, above: Smile, width: number): Smile {
  return {
    years: below.years,
    totalVariance: (k) => {
      const h = (1 + Math.tanh(k / width)) / 2;
      return below.totalVariance(k) ** (1 - h) * above.totalVariance(k) ** h;
    },
    jet: (k) => {
      const t = Math.tanh(k / width);
      const h = (1 + t) / 2;
      const dh = (1 - t * t) / (2 * width);
      const d2h = (-2 * t * dh) / width;
      const [from, to] = [logJet(below, k), logJet(above, k)];
      const apart = { l: to.l - from.l, dl: to.dl - from.dl, d2l: to.d2l - from.d2l };
      const dl = from.dl + h * apart.dl + dh * apart.l;
      const d2l = from.d2l + h * apart.d2l + 2 * dh * apart.dl + d2h * apart.l;
      const w = Math.exp(from.l + h * apart.l);
      return { w, dw: w * dl, d2w: w * (d2l + dl * dl) };
    },
  };
}

/** ln w with both derivatives in k. */
function logJet(smile: Smile, k: number): { readonly l: number; readonly dl: number; readonly d2l: number } {
  const { w, dw, d2w } = smile.jet(k);
  const dl = dw / w;
  return { l: Math.log(w), dl, d2l: d2w / w - dl * dl };
}
