import { type HeatScale, heatScaleOver } from '../surface/heat-scale.ts';
import { surfaceDomains } from '../surface/surface-domains.ts';
import type { SurfaceContract, SurfaceExpiry, SurfaceModel } from '../surface/surface-model.ts';
import type { Box, Vector } from './camera.ts';

/** A contract's mid on the landscape. */
export interface MeshPoint {
  readonly contract: SurfaceContract;
  readonly expiry: SurfaceExpiry;
  readonly at: Vector;
  /** Share of the ramp; −1 where it has no value. */
  readonly share: number;
}

/** A node of the grid on the landscape. */
export interface MeshNode {
  readonly at: Vector;
  readonly place: number;
  readonly days: number;
  readonly vol: number;
  readonly extrapolated: boolean;
}

/** The landscape in units, as a graphics card takes it, and as a pointer is looked for on it. */
export interface MeshShape {
  readonly box: Box;
  readonly scale: HeatScale | null;
  /** Per vertex: x, y, z, share of the ramp (−1 none), 1 where extrapolated. */
  readonly vertices: Float32Array;
  readonly triangles: Uint32Array;
  /** Pairs of vertices: listed expiries, and every tenth place. */
  readonly lines: Uint32Array;
  /** Pairs of vertices: chosen expiries. */
  readonly chosen: Uint32Array;
  /** Per point: x, y, z, share of the ramp (−1 none). */
  readonly dots: Float32Array;
  /** Per failed test: x, y, z, 0 where the density is below zero or 1 where total variance falls with time. */
  readonly fails: Float32Array;
  readonly nodes: readonly MeshNode[];
  readonly points: readonly MeshPoint[];
  readonly volDomain: readonly [lo: number, hi: number];
  readonly placeDomain: readonly [lo: number, hi: number];
  readonly placeX: (place: number) => number;
  readonly volY: (vol: number) => number;
  readonly daysZ: (days: number) => number;
}

/** Numbers a vertex takes, and a dot or a failed test. */
export const vertexNumbers = 5;
export const dotNumbers = 4;

const every = 10;
const nowhere = -1;

/** How the picture is shaped that a landscape has to fill. */
export interface MeshFit {
  /** Width over height. */
  readonly aspect: number;
  /** Mids nearer to each other than so many units are drawn as one, so that the surface stays in sight. */
  readonly dotGap: number;
}

export function meshShape(model: SurfaceModel, { aspect, dotGap }: MeshFit): MeshShape {
  const box: Box = {
    x: Math.min(1.7, Math.max(0.9, 0.7 * aspect)),
    // A narrow picture is filled upwards.
    y: Math.min(0.8, Math.max(0.5, 0.75 / aspect)),
    z: 0.85,
  };
  const { place, days, vol: volDomain, colour } = surfaceDomains(model);
  const [volLo, volHi] = volDomain;
  const [placeLo, placeHi] = place;
  const [near, far] = days;
  const span = Math.log(far / near);
  const placeX = (at: number): number => box.x * ((2 * (at - placeLo)) / (placeHi - placeLo) - 1);
  const volY = (vol: number): number => box.y * ((2 * (vol - volLo)) / (volHi - volLo) - 1);
  const daysZ = (at: number): number => (span > 0 ? box.z * (1 - (2 * Math.log(at / near)) / span) : 0);
  const scale = colour && heatScaleOver(colour, model.spread, model.decimals);
  const placed = { placeX, volY, daysZ };
  const points = pointsOf(model, { ...placed, scale, volDomain });
  const dots = dotsOf(model, points, dotGap);
  return {
    box,
    scale,
    ...gridOf(model, { ...placed, scale, volDomain }),
    dots: Float32Array.from(dots.flatMap(({ at: [x, y, z], share }) => [x, y, z, share])),
    points,
    volDomain,
    placeDomain: place,
    ...placed,
  };
}

/** Mids that a fit rests on, or contracts that have a value where only they have one; as many as stand clear of each other. */
function dotsOf(
  { kind, quantity }: SurfaceModel,
  points: readonly MeshPoint[],
  gap: number,
): readonly MeshPoint[] {
  const taken = new Set<string>();
  return points.filter(({ contract, at: [x, , z] }) => {
    const told =
      kind === 'field' ? contract.used && contract.mid !== null : contract.values[quantity] !== null;
    const cell = gap > 0 ? `${Math.round(x / gap)} ${Math.round(z / gap)}` : contract.id;
    if (!told || taken.has(cell)) return false;
    taken.add(cell);
    return true;
  });
}

interface Placing extends Pick<MeshShape, 'placeX' | 'volY' | 'daysZ' | 'scale' | 'volDomain'> {}

function gridOf(
  model: SurfaceModel,
  placing: Placing,
): Pick<MeshShape, 'vertices' | 'triangles' | 'lines' | 'chosen' | 'nodes' | 'fails'> {
  const { places, days, rows } = model;
  const columns = places.length;
  const vertices = new Float32Array(columns * days.length * vertexNumbers);
  const nodes: MeshNode[] = [];
  const fails: number[] = [];
  const known = new Uint8Array(columns * days.length);
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const node = nodeOf(cell.vol, { place: places[column] ?? 0, days: days[row] ?? 1 }, placing);
      const share =
        cell.value === null || placing.scale === null ? nowhere : placing.scale.shareOf(cell.value);
      const index = row * columns + column;
      if (node === null) continue;
      known[index] = 1;
      vertices.set([...node.at, share, cell.extrapolated ? 1 : 0], index * vertexNumbers);
      nodes.push({ ...node, extrapolated: cell.extrapolated });
      if (cell.fails !== null) fails.push(...node.at, cell.fails === 'butterfly' ? 0 : 1);
    }
  const isKnown = (row: number, column: number): boolean => known[row * columns + column] === 1;
  return { vertices, nodes, fails: Float32Array.from(fails), ...facesOf(model, isKnown) };
}

function nodeOf(
  vol: number | null,
  { place, days }: { readonly place: number; readonly days: number },
  { placeX, volY, daysZ, volDomain: [lo, hi] }: Placing,
): Omit<MeshNode, 'extrapolated'> | null {
  if (vol === null || vol < lo || vol > hi) return null;
  return { at: [placeX(place), volY(vol), daysZ(days)], place, days, vol };
}

function facesOf(
  { places, days, expiries }: SurfaceModel,
  isKnown: (row: number, column: number) => boolean,
): Pick<MeshShape, 'triangles' | 'lines' | 'chosen'> {
  const columns = places.length;
  const triangles: number[] = [];
  const lines: number[] = [];
  const chosen: number[] = [];
  const listedAt = days.map((at) => expiries.find((expiry) => Math.abs(expiry.days - at) < 1e-6));
  for (const row of days.keys())
    for (const column of places.keys()) {
      if (!isKnown(row, column)) continue;
      const here = row * columns + column;
      const right = column + 1 < columns && isKnown(row, column + 1);
      const down = row + 1 < days.length && isKnown(row + 1, column);
      if (right && listedAt[row]) lines.push(here, here + 1);
      if (right && listedAt[row]?.chosen === true) chosen.push(here, here + 1);
      if (down && column % every === 0) lines.push(here, here + columns);
      triangles.push(...cornersFrom(here, columns, { right, down, across: isCorner(row, column) }));
    }
  return {
    triangles: Uint32Array.from(triangles),
    lines: Uint32Array.from(lines),
    chosen: Uint32Array.from(chosen),
  };

  function isCorner(row: number, column: number): boolean {
    return column + 1 < columns && row + 1 < days.length && isKnown(row + 1, column + 1);
  }
}

/** Up to two triangles that have their first corner here; a place without a vol tears a hole. */
function cornersFrom(
  here: number,
  columns: number,
  { right, down, across }: { readonly right: boolean; readonly down: boolean; readonly across: boolean },
): readonly number[] {
  const far = here + columns + 1;
  const upper = right && across ? [here, here + 1, far] : [];
  const lower = down && across ? [here, far, here + columns] : [];
  return [...upper, ...lower];
}

function pointsOf(
  model: SurfaceModel,
  { placeX, volY, daysZ, scale, volDomain: [lo, hi] }: Placing,
): readonly MeshPoint[] {
  const byId = new Map(model.expiries.map((expiry) => [expiry.expiryId, expiry]));
  const [placeLo = -1, placeHi = 1] = [model.places[0], model.places.at(-1)];
  return model.contracts.flatMap((contract) => {
    const { place, mid, values, expiryId } = contract;
    const expiry = byId.get(expiryId);
    const height = mid ?? values.vol;
    if (expiry === undefined || place === null || height === null || expiry.absence !== null) return [];
    if (place < placeLo || place > placeHi || height < lo || height > hi) return [];
    const value = values[model.quantity];
    const share = value === null || scale === null ? nowhere : scale.shareOf(value);
    return [{ contract, expiry, at: [placeX(place), volY(height), daysZ(expiry.days)] as const, share }];
  });
}
