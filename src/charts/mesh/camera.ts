import type { Point, Size } from '../frame/rect.ts';

/** From where a landscape is looked at; radians. Lines that are parallel stay so: lengths can be compared. */
export interface Camera {
  /** Turn about the vertical; 0 looks along time, nearest expiry in front, puts on the left. */
  readonly yaw: number;
  /** How far from above; 0 is level, π/2 straight down. */
  readonly pitch: number;
}

export type Vector = readonly [x: number, y: number, z: number];

export type PresetId = 'oblique' | 'front' | 'side' | 'top';

/** Named places to look from. */
export const PRESETS: readonly { readonly id: PresetId; readonly name: string; readonly camera: Camera }[] = [
  { id: 'oblique', name: 'Oblique', camera: { yaw: -0.62, pitch: 0.5 } },
  { id: 'front', name: 'Front (smile)', camera: { yaw: 0, pitch: 0.05 } },
  { id: 'side', name: 'Side (term)', camera: { yaw: -Math.PI / 2, pitch: 0.05 } },
  { id: 'top', name: 'Top (map)', camera: { yaw: 0, pitch: Math.PI / 2 } },
];

/** Half lengths of the box in which a landscape lies. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A camera with the picture it fills. */
export interface View {
  readonly camera: Camera;
  readonly size: Size;
  /** Pixels per unit. */
  readonly scale: number;
  /** What lies in the middle of the picture, in units across and up. */
  readonly centre: Point;
  readonly middle: Point;
}

/** Room for what is written around the box; left and right of it stand the texts of the axes. */
export interface Margin {
  readonly top: number;
  readonly bottom: number;
}

const beside = 62;

export function turned({ yaw, pitch }: Camera, [x, y, z]: Vector): Vector {
  const [cosYaw, sinYaw] = [Math.cos(yaw), Math.sin(yaw)];
  const across = x * cosYaw + z * sinYaw;
  const towards = z * cosYaw - x * sinYaw;
  return [
    across,
    y * Math.cos(pitch) - towards * Math.sin(pitch),
    y * Math.sin(pitch) + towards * Math.cos(pitch),
  ];
}

export function corners({ x, y, z }: Box): readonly Vector[] {
  return [-x, x].flatMap((at) => [-y, y].flatMap((up) => [-z, z].map((to): Vector => [at, up, to])));
}

/** The view that shows the whole box as large as the picture allows. */
export function viewOf(camera: Camera, box: Box, size: Size, margin: Margin): View {
  const seen = corners(box).map((corner) => turned(camera, corner));
  const across = seen.map(([x]) => x);
  const up = seen.map(([, y]) => y);
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [low, high] = [Math.min(...up), Math.max(...up)];
  const [width, height] = [
    Math.max(40, size.width - 2 * beside),
    Math.max(40, size.height - margin.top - margin.bottom),
  ];
  const scale = Math.min(width / Math.max(1e-6, right - left), height / Math.max(1e-6, high - low));
  return {
    camera,
    size,
    scale,
    centre: { x: (left + right) / 2, y: (low + high) / 2 },
    middle: { x: beside + width / 2, y: margin.top + height / 2 },
  };
}

/** Pixels of a point, and how near to the eye it is. */
export function project(view: View, point: Vector): Point & { readonly depth: number } {
  const [across, up, depth] = turned(view.camera, point);
  return {
    x: view.middle.x + (across - view.centre.x) * view.scale,
    y: view.middle.y - (up - view.centre.y) * view.scale,
    depth,
  };
}

/** The same as `project` for a graphics card: a column-major matrix into clip space. */
export function clipMatrix({ camera, size, scale, centre, middle }: View): Float32Array {
  const unit = ([x, y, z]: Vector): Vector => turned(camera, [x, y, z]);
  const [x, y, z] = [unit([1, 0, 0]), unit([0, 1, 0]), unit([0, 0, 1])];
  const [sx, sy] = [(2 * scale) / size.width, (2 * scale) / size.height];
  const shiftX = (2 * middle.x) / size.width - 1 - sx * centre.x;
  const shiftY = 1 - (2 * middle.y) / size.height - sy * centre.y;
  const nearness = -0.2;
  const column = (axis: Vector): readonly number[] => [sx * axis[0], sy * axis[1], nearness * axis[2], 0];
  return Float32Array.from([column(x), column(y), column(z), [shiftX, shiftY, 0, 1]].flat());
}

const full = 2 * Math.PI;

/** A camera turned by so much; never upside down. */
export function turnedBy(camera: Camera, by: { readonly yaw: number; readonly pitch: number }): Camera {
  const yaw = camera.yaw + by.yaw;
  return {
    yaw: yaw - full * Math.round(yaw / full),
    pitch: Math.min(Math.PI / 2, Math.max(0, camera.pitch + by.pitch)),
  };
}

/** Part of the way from one camera to another, the short way round, slow at both ends. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const eased = share * share * (3 - 2 * share);
  const turn = to.yaw - from.yaw;
  const short = turn - full * Math.round(turn / full);
  return { yaw: from.yaw + short * eased, pitch: from.pitch + (to.pitch - from.pitch) * eased };
}
