import type { EssviSlice } from '../essvi/essvi-slice.ts';
import type { RawSvi } from '../svi/raw-svi.ts';
import type { SliceFit } from './slice-fit.ts';
import type { SliceQuotes } from './slice-quotes.ts';

/** What a fit leaves behind for the next snapshot beside what it shows. */
export interface SliceMemory {
  /** The slice's own raw SVI before neighbours were heard, and its backbone slice. */
  readonly own: RawSvi;
  readonly backbone: EssviSlice;
}

interface Run {
  readonly slices: readonly SliceQuotes[];
  readonly fits: readonly (SliceFit | null)[];
}

// Keyed by the fits themselves, so that memory lasts exactly as long as the caller keeps them.
const memories = new WeakMap<SliceFit, SliceMemory>();
const runs = new WeakMap<SliceFit, Run>();

/** Remembers what one fit started from. */
export function rememberSlice(fit: SliceFit, memory: SliceMemory): void {
  memories.set(fit, memory);
}

/** What is remembered of a fit; null for a fit made elsewhere. */
export function recallSlice(fit: SliceFit | null): SliceMemory | null {
  return fit === null ? null : (memories.get(fit) ?? null);
}

/** Remembers a whole surface with a copy of the quotes it was fitted to. */
export function rememberRun(slices: readonly SliceQuotes[], fits: readonly (SliceFit | null)[]): void {
  const copies = slices.map((slice) => ({
    years: slice.years,
    logStrikes: slice.logStrikes.slice(),
    bidVols: slice.bidVols.slice(),
    askVols: slice.askVols.slice(),
    halfTickVols: slice.halfTickVols.slice(),
  }));
  for (const fit of fits) if (fit !== null) runs.set(fit, { slices: copies, fits });
}

/** The surface that `previous` is, when not a single input has moved since; otherwise null. */
export function unmovedSurface(
  slices: readonly SliceQuotes[],
  previous: readonly (SliceFit | null)[],
): readonly (SliceFit | null)[] | null {
  const known = previous.find((fit) => fit !== null);
  const run = known === undefined ? undefined : runs.get(known);
  if (run === undefined || run.slices.length !== slices.length || previous.length !== slices.length)
    return null;
  const same =
    run.fits.every((fit, i) => fit === previous[i]) && run.slices.every((old, i) => equal(old, slices[i]!));
  return same ? run.fits : null;
}

function equal(p: SliceQuotes, q: SliceQuotes): boolean {
  return (
    p.years === q.years &&
    sameNumbers(p.logStrikes, q.logStrikes) &&
    sameNumbers(p.bidVols, q.bidVols) &&
    sameNumbers(p.askVols, q.askVols) &&
    sameNumbers(p.halfTickVols, q.halfTickVols)
  );
}

function sameNumbers(p: Float64Array, q: Float64Array): boolean {
  return p.length === q.length && p.every((value, i) => Object.is(value, q[i]));
}
