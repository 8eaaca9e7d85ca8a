import { ticks } from 'd3-array';
import { stepDecimals } from '../frame/axis-ticks.ts';
import { coordinate } from '../frame/polyline.ts';
import { type Point, type Rect, contains, overlap } from '../frame/rect.ts';
import { labelSize, textWidth } from '../frame/text-width.ts';
import { numberText } from '../number-text.ts';
import { surfaceTicks } from '../surface/surface-axis.ts';
import type { SurfaceModel } from '../surface/surface-model.ts';
import { type Vector, type View, project } from './camera.ts';
import type { MeshShape } from './mesh-shape.ts';

export interface MeshLabel extends Point {
  readonly id: string;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Null is the colour of muted text. */
  readonly colour: string | null;
  readonly strong: boolean;
}

/** The box of a landscape with its numbers, in pixels. */
export interface MeshAxes {
  /** Floor and the edges that carry numbers. */
  readonly frame: string;
  readonly labels: readonly MeshLabel[];
}

/** An edge seen nearly from its end carries no numbers. */
const leastLength = 60;
const away = 12;

interface Edge {
  readonly id: string;
  readonly from: Vector;
  readonly to: Vector;
}

interface EdgeTick {
  readonly id: string;
  readonly at: Vector;
  readonly text: string;
  readonly colour: string | null;
  /** Written before others that would stand in its way. */
  readonly strong?: boolean;
}

/** Edges towards the reader carry the axes: the lower of two across, the lower of two in time, the leftmost upright. */
export function meshAxes(model: SurfaceModel, shape: MeshShape, view: View): MeshAxes {
  const { x, y, z } = shape.box;
  const floor: readonly Vector[] = [
    [-x, -y, -z],
    [x, -y, -z],
    [x, -y, z],
    [-x, -y, z],
  ];
  const across = lower(
    view,
    edgesAt([-z, z], (at) => ({ id: 'place', from: [-x, -y, at], to: [x, -y, at] })),
  );
  const time = lower(
    view,
    edgesAt([-x, x], (at) => ({ id: 'time', from: [at, -y, -z], to: [at, -y, z] })),
  );
  const upright = leftmost(view, floor, y);
  const edges: readonly (readonly [Edge, readonly EdgeTick[]])[] = [
    [time, timeTicks(model, shape, time)],
    [across, placeTicks(model, shape, across)],
    [upright, volTicks(shape, upright)],
  ];
  const shown = edges.filter(([edge]) => lengthOf(view, edge) >= leastLength);
  return {
    frame:
      pathOf(view, [...floor, floor[0] ?? [0, 0, 0]]) +
      shown.map(([edge]) => pathOf(view, [edge.from, edge.to])).join(''),
    labels: clearOfEachOther(view, [
      ...shown.flatMap(([edge, wanted]) => labelsAlong(view, edge, wanted)),
      ...shown.map(([edge, wanted]) => titleOf(model, view, edge, wanted)),
    ]),
  };
}

function edgesAt(places: readonly [number, number], edge: (at: number) => Edge): readonly [Edge, Edge] {
  return [edge(places[0]), edge(places[1])];
}

function middleOf({ from, to }: Edge): Vector {
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2];
}

function lower(view: View, [a, b]: readonly [Edge, Edge]): Edge {
  return project(view, middleOf(a)).y > project(view, middleOf(b)).y + 0.5 ? a : b;
}

function leftmost(view: View, floor: readonly Vector[], y: number): Edge {
  const foot = floor.reduce((best, next) =>
    project(view, next).x < project(view, best).x - 0.5 ? next : best,
  );
  return { id: 'vol', from: foot, to: [foot[0], y, foot[2]] };
}

function lengthOf(view: View, { from, to }: Edge): number {
  const [a, b] = [project(view, from), project(view, to)];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function pathOf(view: View, points: readonly Vector[]): string {
  const places = points.map((point) => project(view, point));
  return places.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${coordinate(x)},${coordinate(y)}`).join('');
}

function placeTicks(
  model: SurfaceModel,
  { placeX, placeDomain }: MeshShape,
  { from }: Edge,
): readonly EdgeTick[] {
  return surfaceTicks(model.axis, placeDomain, 7).map(({ value, text }) => ({
    id: `place ${value}`,
    at: [placeX(value), from[1], from[2]],
    text,
    colour: null,
  }));
}

function timeTicks(model: SurfaceModel, { daysZ }: MeshShape, { from }: Edge): readonly EdgeTick[] {
  return model.expiries
    .filter(({ absence }) => absence === null)
    .toSorted((a, b) => Number(b.chosen) - Number(a.chosen))
    .map(({ expiryId, label, days, colour, chosen }) => ({
      id: `time ${expiryId}`,
      at: [from[0], from[1], daysZ(days)],
      text: label,
      colour,
      strong: chosen,
    }));
}

function volTicks({ volDomain, volY }: MeshShape, { from }: Edge): readonly EdgeTick[] {
  const values = ticks(volDomain[0], volDomain[1], 6);
  const decimals = stepDecimals(values);
  return values.map((value) => ({
    id: `vol ${value}`,
    at: [from[0], volY(value), from[2]],
    text: `${numberText(value, decimals)} %`,
    colour: null,
  }));
}

/** Texts outside the edge. */
function labelsAlong(view: View, edge: Edge, wanted: readonly EdgeTick[]): readonly MeshLabel[] {
  const outward = outwardOf(view, edge);
  return wanted.map(({ id, at, text, colour, strong = false }) => {
    const place = project(view, at);
    return { id, text, colour, strong, ...textBeside(place, outward, away) };
  });
}

/** As many as stand clear of those before them, inside the picture. */
function clearOfEachOther({ size }: View, wanted: readonly MeshLabel[]): readonly MeshLabel[] {
  const picture = { left: 0, right: size.width, top: 0, bottom: size.height };
  const kept: MeshLabel[] = [];
  const taken: Rect[] = [];
  for (const given of wanted) {
    const label = given.id.startsWith('title') ? broughtInto(picture, given) : given;
    const box = boxOf(label);
    if (!contains(picture, box, 2) || taken.some((other) => overlap(other, box))) continue;
    kept.push(label);
    taken.push(box);
  }
  return kept;
}

/** A title may stand anywhere along its axis. */
function broughtInto(picture: Rect, label: MeshLabel): MeshLabel {
  const { left, right } = boxOf(label);
  const shift = Math.max(0, picture.left - left) - Math.max(0, right - picture.right);
  return shift === 0 ? label : { ...label, x: label.x + shift };
}

const gap = 4;

function boxOf({ x, y, text, anchor }: MeshLabel): Rect {
  const width = textWidth(text);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left: left - gap, right: left + width + gap, top: y - labelSize, bottom: y + 3 };
}

/** Away from the middle of the picture, square to the edge. */
function outwardOf(view: View, edge: Edge): Point {
  const [a, b] = [project(view, edge.from), project(view, edge.to)];
  const length = Math.max(1e-6, Math.hypot(b.x - a.x, b.y - a.y));
  const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  const middle = { x: (a.x + b.x) / 2 - view.middle.x, y: (a.y + b.y) / 2 - view.middle.y };
  const side = normal.x * middle.x + normal.y * middle.y >= 0 ? 1 : -1;
  return { x: side * normal.x, y: side * normal.y };
}

function textBeside(place: Point, outward: Point, far: number): Pick<MeshLabel, 'x' | 'y' | 'anchor'> {
  const anchor = outward.x > 0.35 ? 'start' : outward.x < -0.35 ? 'end' : 'middle';
  return { x: place.x + far * outward.x, y: place.y + far * outward.y + 4, anchor };
}

const PLACES: Readonly<Record<SurfaceModel['axis'], string>> = {
  log: 'ln(K/F)',
  moves: 'expected moves from the forward',
  delta: 'delta',
};

/** What an axis measures, beyond its numbers; of an upright one on top. */
function titleOf({ axis }: SurfaceModel, view: View, edge: Edge, wanted: readonly EdgeTick[]): MeshLabel {
  const title = { id: `title ${edge.id}`, colour: null, strong: false };
  if (edge.id === 'vol') {
    const top = project(view, edge.to);
    return { ...title, text: 'fitted vol', anchor: 'end', x: top.x + 4, y: top.y - 12 };
  }
  const outward = outwardOf(view, edge);
  const widest = Math.max(0, ...wanted.map(({ text }) => textWidth(text)));
  const steep = Math.abs(outward.x) > 0.35;
  const far = steep ? away + (widest + 14) * Math.abs(outward.x) + 8 * Math.abs(outward.y) : away + 20;
  const beside = textBeside(project(view, middleOf(edge)), outward, far);
  const flat = Math.abs(outward.x) < 0.12;
  return {
    ...title,
    text: edge.id === 'place' ? PLACES[axis] : 'expiry, log time',
    ...beside,
    anchor: flat ? 'middle' : outward.x > 0 ? 'start' : 'end',
  };
}
