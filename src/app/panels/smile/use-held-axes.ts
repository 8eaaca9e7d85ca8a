import { useMemo, useState } from 'react';
import { type SmileDomains, smileDomains } from '#charts/smile/smile-domain.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';

interface HeldAxes extends SmileDomains {
  /** What the axes belong to: another choice begins anew. */
  readonly key: string;
}

type Domain = SmileDomains['xDomain'];

function wider(a: Domain, b: Domain): Domain {
  return a[0] <= b[0] && a[1] >= b[1] ? a : [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** The axes after one more instant: never narrower, so that what moves is the market and not the axis. */
export function widenAxes(held: HeldAxes | null, key: string, model: SmileModel): HeldAxes {
  const needed = smileDomains(model);
  if (held?.key !== key) return { key, ...needed };
  const xDomain = wider(held.xDomain, needed.xDomain);
  const volDomain = wider(held.volDomain, needed.volDomain);
  return xDomain === held.xDomain && volDomain === held.volDomain ? held : { key, xDomain, volDomain };
}

/** A smile on axes that only widen while a recording is played. */
export function useHeldAxes(model: SmileModel, key: string, replayed: boolean): SmileModel {
  const [held, setHeld] = useState<HeldAxes | null>(null);
  const wide = replayed ? widenAxes(held, key, model) : null;
  if (wide !== held) setHeld(wide);
  return useMemo(
    () => (wide === null ? model : { ...model, xDomain: wide.xDomain, volDomain: wide.volDomain }),
    [model, wide],
  );
}
