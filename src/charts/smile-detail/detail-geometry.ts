import type { Rect, Size } from '../frame/rect.ts';
import { textWidth } from '../frame/text-width.ts';
import { type SmileGeometry, smileGeometry } from '../smile/geometry.ts';
import type { SmileModel } from '../smile/smile-model.ts';
import type { SmileStrip } from './smile-strip.ts';
import { type PlacedStrip, placeStrip, stripHeight } from './strip-geometry.ts';

/** A smile with strips under it that share its axis. */
export interface SmileDetailModel {
  readonly smile: SmileModel;
  readonly strips: readonly SmileStrip[];
}

/** All that the picture needs, in pixels. */
export interface SmileDetailGeometry {
  readonly smile: SmileGeometry;
  readonly strips: readonly PlacedStrip[];
  /** The smile's plot and those of the strips: what a crosshair runs through. */
  readonly plot: Rect;
}

/** For the numbers left of the strips, as wide as they get. */
const tickRoom = Math.ceil(textWidth('−00.0')) + 10;
/** Between the plot and the first strip, and under the last. */
const gap = 6;

export function smileDetailGeometry({ smile, strips }: SmileDetailModel, size: Size): SmileDetailGeometry {
  const below = strips.length === 0 ? 0 : strips.length * stripHeight + gap;
  const geometry = smileGeometry(smile, size, { below, left: strips.length === 0 ? 0 : tickRoom });
  const { plot, x } = geometry;
  const placed = strips.map((strip, i) =>
    placeStrip(strip, x, {
      left: plot.left,
      right: plot.right,
      top: plot.bottom + gap + i * stripHeight,
      width: size.width,
    }),
  );
  return { smile: geometry, strips: placed, plot: { ...plot, bottom: plot.bottom + below } };
}
