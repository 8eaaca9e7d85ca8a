import { useMemo } from 'react';
import type { EpochMs } from '#base/time.ts';
import { useSelection } from '#state/app-context.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { shownExpiries } from './default-expiries.ts';
import { drawnExpiries } from './drawn-expiries.ts';
import { type ExpiryChip, expiryStrip } from './expiry-strip.ts';

/** The expiries that can be chosen, and which are. */
export interface Strip {
  readonly chips: readonly ExpiryChip[];
  readonly shown: readonly EpochMs[];
}

/** Chips that answer at once, while pictures of other expiries may follow in pieces. */
export function useExpiryStrip(analysed: Analysed): Strip {
  const chosen = useSelection((state) => state.expiries);
  const atm = useSelection((state) => state.atm);
  const expiries = useMemo(() => drawnExpiries(analysed), [analysed]);
  return useMemo(() => {
    const { shown } = shownExpiries(analysed.report.expiries, chosen);
    return { shown, chips: expiryStrip(expiries, shown, atm) };
  }, [analysed, expiries, chosen, atm]);
}
