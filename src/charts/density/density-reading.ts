import { bisector } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Reading } from '../focus/reading.ts';
import { heightAt } from '../frame/polyline.ts';
import { type ReadoutCell, type ReadoutRoom, placeReadout, plainCell } from '../frame/readout.ts';
import { numberText, signedText } from '../number-text.ts';
import { densityPlaceText } from './density-axis.ts';
import type { DensityCurve, DensityModel, DensityPoint } from './density-model.ts';
import { densityPixel } from './density-places.ts';
import type { DensityGeometry } from './geometry.ts';
import type { PlacedDensity } from './place-curve.ts';

/** A brief text stands where no law reaches: at the upper right of a density, at the lower right of a distribution. */
const briefHeight = 64;

const byX = bisector<DensityPoint, number>(({ x }) => x);

/** A law between its points; null beyond them. */
export function densityAtX(
  { points }: DensityCurve,
  x: number,
): Pick<DensityPoint, 'density' | 'below' | 'lognormalBelow'> | null {
  const next = byX.left(points, x);
  const [from, to] = [points[next - 1] ?? points[next], points[next]];
  if (from === undefined || to === undefined || x < from.x) return null;
  const share = to.x === from.x ? 0 : (x - from.x) / (to.x - from.x);
  const between = (a: number, b: number): number => a + share * (b - a);
  return {
    density: between(from.density, to.density),
    below: between(from.below, to.below),
    lognormalBelow: between(from.lognormalBelow, to.lognormalBelow),
  };
}

/** A chance in percent: tenths, and never a zero that is none. */
export function chanceText(percent: number): string {
  if (percent > 0 && percent < 0.1) return '<0.1 %';
  if (percent < 100 && percent > 99.9) return '>99.9 %';
  return `${numberText(percent, 1)} %`;
}

/** Reads all laws where the hair crosses them; only strengthens a line where an expiry alone is pointed at. */
export function readDensity(
  model: DensityModel,
  geometry: DensityGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const pointed = geometry.curves.find(({ curve }) => curve.expiryId === focus.expiryId);
  const emphasis = pointed ? { path: pointed.solid, colour: pointed.curve.colour } : null;
  const x = densityPixel(geometry, focus);
  if (x !== null) return { ...readAt(model, geometry, { x, pointed, base }), emphasis };
  return pointed === undefined ? null : { ...readWhole(model, geometry, pointed, base), emphasis };
}

/** An expiry alone is pointed at: its chance below the level, and how another pinned as a whole differs. */
function readWhole(
  model: DensityModel,
  geometry: DensityGeometry,
  { curve, levelAt }: PlacedDensity,
  base: ChartFocus | null,
): Omit<Reading, 'emphasis'> {
  const pinned =
    base?.pointId === null &&
    base.x === null &&
    model.curves.find(({ expiryId }) => expiryId === base.expiryId);
  const { level } = curve;
  const told = level && `${chanceText(level.below)} below ${densityPlaceText(model, level.x)}`;
  const notes =
    level !== null && pinned && pinned !== curve && pinned.level
      ? [`${signedText(level.below - pinned.level.below, 1)} points from pinned ${pinned.label}`]
      : [];
  const place = levelAt ?? { x: geometry.plot.left, y: geometry.plot.top };
  return {
    x: null,
    dots: [],
    // Pointing at a name only strengthens its line: what it says is in the table.
    readout:
      notes.length === 0 || told === null
        ? null
        : placeReadout(
            { heading: `${curve.label}: ${told}`, columns: [], rows: [], notes },
            place,
            roomOf(geometry),
          ),
    brief: null,
    spoken: [told === null ? curve.label : `${curve.label}: ${told}`, ...notes].join('; '),
    share: 0,
  };
}

function roomOf({ plot, size }: DensityGeometry): ReadoutRoom {
  return { left: 0, right: size.width, top: plot.top - 2, bottom: plot.bottom, names: plot.right };
}

interface Pointed {
  readonly x: number;
  readonly pointed: PlacedDensity | undefined;
  readonly base: ChartFocus | null;
}

function readAt(model: DensityModel, geometry: DensityGeometry, at: Pointed): Omit<Reading, 'emphasis'> {
  const { plot, xInverse } = geometry;
  const { x, pointed } = at;
  const value = xInverse(x);
  const read = geometry.curves.flatMap((placed) => {
    const law = densityAtX(placed.curve, value);
    return law === null ? [] : [{ placed, law }];
  });
  const main = read.find(({ placed }) => placed === pointed);
  const heading = densityPlaceText(model, value);
  const notes = main ? changeNote(model, geometry, main, at.base) : [];
  const room = roomOf(geometry);
  const y = (main && heightAt(main.placed.line, x)) ?? (plot.top + plot.bottom) / 2;
  const spoken = main
    ? `${main.placed.curve.label}: ${chanceText(main.law.below)} below, ${chanceText(100 - main.law.below)} above, lognormal ${chanceText(main.law.lognormalBelow)} below`
    : 'no law here';
  return {
    x,
    dots: read.flatMap(({ placed }) => {
      const height = heightAt(placed.line, x);
      return height === null ? [] : [{ x, y: height, colour: placed.curve.colour }];
    }),
    readout: placeReadout(
      {
        heading,
        columns: ['below', 'above', 'lognormal below'],
        rows: read.map(({ placed, law }) => rowOf(placed.curve, law, placed === pointed && read.length > 1)),
        notes,
      },
      { x, y },
      room,
    ),
    brief: placeReadout(
      {
        heading: main
          ? `${main.placed.curve.label}: ${chanceText(main.law.below)} below ${heading}`
          : heading,
        columns: [],
        rows: [],
        notes,
      },
      { x: plot.right, y },
      geometry.kind === 'density' ? room : { ...room, top: plot.bottom - briefHeight },
    ),
    spoken: [heading, spoken, ...notes].join('; '),
    share: ((x - plot.left) / (plot.right - plot.left)) * 100,
  };
}

function rowOf(
  curve: DensityCurve,
  { below, lognormalBelow }: Pick<DensityPoint, 'below' | 'lognormalBelow'>,
  strong: boolean,
): readonly ReadoutCell[] {
  return [
    { text: curve.label, colour: curve.colour, strong: true },
    plainCell(chanceText(below), strong),
    plainCell(chanceText(100 - below), strong),
    { ...plainCell(chanceText(lognormalBelow)), colour: 'var(--muted)' },
  ];
}

/** The chance between the pinned place and this one, or how two expiries differ. */
function changeNote(
  model: DensityModel,
  geometry: DensityGeometry,
  main: { readonly placed: PlacedDensity; readonly law: Pick<DensityPoint, 'below'> },
  base: ChartFocus | null,
): readonly string[] {
  const x = base && densityPixel(geometry, base);
  const pinned = geometry.curves.find(({ curve }) => curve.expiryId === base?.expiryId);
  const from = x === null || pinned === undefined ? null : densityAtX(pinned.curve, geometry.xInverse(x));
  if (from === null || pinned === undefined) return [];
  const place = densityPlaceText(model, geometry.xInverse(x ?? 0));
  if (pinned === main.placed)
    return [`${chanceText(Math.abs(main.law.below - from.below))} between here and the pin at ${place}`];
  const change = signedText(main.law.below - from.below, 1);
  return [`${change} points from pinned ${pinned.curve.label}: ${chanceText(from.below)} below ${place}`];
}
