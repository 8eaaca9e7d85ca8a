import { coordinate } from './polyline.ts';

const half = 3;
const tall = 4.6;

function at(x: number, y: number): string {
  return `${coordinate(x)},${coordinate(y)}`;
}

/** ▲ whose tip touches the bid from below. */
export function bidTriangle(x: number, y: number): string {
  return `M${at(x, y)}l${half},${tall}h${-2 * half}z`;
}

/** ▼ whose tip touches the ask from above. */
export function askTriangle(x: number, y: number): string {
  return `M${at(x, y)}l${half},${-tall}h${-2 * half}z`;
}

export function disc(x: number, y: number, radius: number): string {
  return `M${at(x - radius, y)}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0z`;
}

export function diamond(x: number, y: number, halfWidth: number, halfHeight: number): string {
  return `M${at(x, y - halfHeight)}l${halfWidth},${halfHeight}l${-halfWidth},${halfHeight}l${-halfWidth},${-halfHeight}z`;
}

export function cross(x: number, y: number, reach: number): string {
  return `M${at(x - reach, y - reach)}l${2 * reach},${2 * reach}m${-2 * reach},0l${2 * reach},${-2 * reach}`;
}

export function verticalBar(x: number, from: number, to: number): string {
  return `M${at(x, from)}V${coordinate(to)}`;
}
