import { type Readout, placeBrief, placeReadout } from '../frame/readout.ts';
import type { TimeFrame } from '../frame/time-frame.ts';
import type { Reading, ReadingDot } from './reading.ts';

/** What a picture with time across says of one expiry. */
export interface ExpiryWords extends Omit<Readout, 'columns'> {
  /** What it says while another picture is pointed at. */
  readonly brief: string;
  /** The same in one sentence. */
  readonly spoken: string;
}

/** Sets the words beside the expiry's place; at the foot of the plot where it has no value. */
export function expiryReading(
  { plot, size }: Pick<TimeFrame, 'plot' | 'size'>,
  at: { readonly x: number; readonly y: number | null; readonly dots: readonly ReadingDot[] },
  { heading, rows, notes, brief, spoken }: ExpiryWords,
): Reading {
  const { x, y, dots } = at;
  const place = { x, y: y ?? plot.bottom };
  const room = { left: 0, right: size.width, top: plot.top - 2, bottom: size.height, names: plot.right };
  return {
    x,
    dots,
    emphasis: null,
    readout: placeReadout({ heading, columns: [], rows, notes }, place, room),
    brief: placeBrief(brief, place, room),
    spoken,
    share: ((x - plot.left) / (plot.right - plot.left)) * 100,
  };
}
