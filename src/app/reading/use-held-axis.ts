import { useState } from 'react';
import type { Market } from '#state/use-market.ts';
import { type Domain, type HeldAxes, widenAxes } from './held-axes.ts';

/**
 * Axes that never narrow while a recording is moved through; null outside a replay.
 * @param key what the axes belong to: another choice begins anew
 * @param needed what the pictures of this instant need, by name; null without a value
 */
export function useHeldAxes<Name extends string>(
  { replay }: Pick<Market, 'replay'>,
  key: string,
  needed: Readonly<Record<Name, Domain | null>>,
): Readonly<Record<Name, Domain | null>> | null {
  const [held, setHeld] = useState<HeldAxes<Name> | null>(null);
  const replayed = replay !== null && replay.frames.length > 1;
  const wide = replayed ? widenAxes(held, key, needed) : null;
  if (wide !== held) setHeld(wide);
  return wide?.domains ?? null;
}

/** One such axis. */
export function useHeldAxis(
  market: Pick<Market, 'replay'>,
  key: string,
  needed: Domain | null,
): Domain | null {
  return useHeldAxes(market, key, { axis: needed })?.axis ?? null;
}
