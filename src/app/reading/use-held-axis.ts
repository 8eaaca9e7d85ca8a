import { useState } from 'react';
import type { Market } from '#state/use-market.ts';

type Domain = readonly [number, number];

interface HeldAxis {
  readonly key: string;
  readonly domain: Domain;
}

/**
 * An axis that never narrows while a recording plays, so that what moves is the market; null outside a replay.
 * @param key what the axis belongs to: another choice begins anew
 * @param needed what the picture of this instant needs; null without a value
 */
export function useHeldAxis(
  market: Pick<Market, 'replay'>,
  key: string,
  needed: Domain | null,
): Domain | null {
  const [held, setHeld] = useState<HeldAxis | null>(null);
  const replayed = market.replay !== null && market.replay.frames.length > 1;
  const wanted = replayed && needed !== null ? widened(held, key, needed) : null;
  if (wanted !== null && wanted !== held) setHeld(wanted);
  return wanted?.domain ?? null;
}

function widened(held: HeldAxis | null, key: string, needed: Domain): HeldAxis {
  if (held?.key !== key) return { key, domain: needed };
  const { domain } = held;
  if (domain[0] <= needed[0] && domain[1] >= needed[1]) return held;
  return { key, domain: [Math.min(domain[0], needed[0]), Math.max(domain[1], needed[1])] };
}
