import { type Smile, smileVol } from '#quant/smile.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { Interval } from '../report.ts';

/** The vols that the bid and the ask smile give at one log-strike; null outside the quoted strikes or without that smile. */
export interface SideVols {
  readonly bid: number | null;
  readonly ask: number | null;
}

/** Nothing is quoted. */
export const NO_SIDES: SideVols = { bid: null, ask: null };

/** Reads the bid and ask smiles of a fit inside the strikes that are quoted: beyond them nobody makes a price. */
export function sideVols(fit: SliceFit, quotedRange: Interval | null, k: number): SideVols {
  if (quotedRange === null || k < quotedRange[0] || k > quotedRange[1]) return NO_SIDES;
  return { bid: volOf(fit.bidSmile, k), ask: volOf(fit.askSmile, k) };
}

function volOf(smile: Smile | null, k: number): number | null {
  return smile === null ? null : finiteOrNull(smileVol(smile, k));
}
