import { useMemo, useState } from 'react';
import { neededDomains, widerDomains } from '#charts/surface/surface-domains.ts';
import type { SurfaceDomains, SurfaceModel } from '#charts/surface/surface-model.ts';
import type { Market } from '#state/use-market.ts';

interface HeldDomains {
  /** What the axes belong to: another choice begins anew. */
  readonly key: string;
  readonly domains: SurfaceDomains;
}

/** The axes after one more instant: never narrower, so that what moves is the market and not the axis. */
export function heldDomains(held: HeldDomains | null, model: SurfaceModel): HeldDomains {
  const key = `${model.axis} ${model.quantity}`;
  const needed = neededDomains(model);
  if (held?.key !== key) return { key, domains: needed };
  const domains = widerDomains(held.domains, needed);
  return domains === held.domains ? held : { key, domains };
}

/** A surface on axes and colours that only widen while a recording is played. */
export function useHeldSurface(
  market: Pick<Market, 'replay'>,
  model: SurfaceModel | null,
): SurfaceModel | null {
  const [held, setHeld] = useState<HeldDomains | null>(null);
  const replayed = market.replay !== null && market.replay.frames.length > 1;
  const wide = replayed && model !== null ? heldDomains(held, model) : null;
  // Between two answers nothing is known, and what was held stays held.
  if (wide !== null && wide !== held) setHeld(wide);
  return useMemo(
    () => (model === null || wide === null ? model : { ...model, domains: wide.domains }),
    [model, wide],
  );
}
