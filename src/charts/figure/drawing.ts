import { coordinate } from '../frame/polyline.ts';
import type { Point, Size } from '../frame/rect.ts';

interface Ink {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashes: readonly number[];
  readonly opacity: number;
}

export interface DrawnPath extends Ink {
  readonly kind: 'path';
  readonly d: string;
}

export interface DrawnText extends Ink {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly tabular: boolean;
}

/** What a graphics card drew: pixels, which no file can hold otherwise. */
export interface DrawnImage {
  readonly kind: 'image';
  readonly source: CanvasImageSource;
  /** The same as a data address. */
  readonly address: string;
  readonly size: Size;
}

export type DrawnItem = DrawnPath | DrawnText | DrawnImage;

/** What is on the screen, free of style sheets: the one source of every exported picture. */
export interface Drawing {
  readonly size: Size;
  readonly background: string;
  /** Bottom first; each with its own origin. */
  readonly layers: readonly DrawnLayer[];
}

export interface DrawnLayer {
  readonly at: Point;
  readonly items: readonly DrawnItem[];
}

export const drawingFont = "'Inter Variable', Inter, system-ui, sans-serif";

/** A stand-alone SVG document. */
export function svgDocument({ size, background, layers }: Drawing): string {
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${drawingFont}">`,
    `<rect width="${width}" height="${height}" fill="${escaped(background)}"/>`,
    ...layers.flatMap(({ at, items }) => [
      `<g transform="translate(${at.x} ${at.y})">`,
      ...items.map(svgItem),
      '</g>',
    ]),
    '</svg>',
  ].join('\n');
}

function svgItem(item: DrawnItem): string {
  if (item.kind === 'image') return svgImage(item);
  return item.kind === 'path' ? svgPath(item) : svgText(item);
}

function svgImage({ address, size: { width, height } }: DrawnImage): string {
  return `<image href="${escaped(address)}" width="${width}" height="${height}"/>`;
}

function svgPath(item: DrawnPath): string {
  return `<path d="${escaped(item.d)}" ${inkAttributes(item)} stroke-linejoin="round"/>`;
}

function svgText(item: DrawnText): string {
  const place = `x="${coordinate(item.x)}" y="${coordinate(item.y)}" text-anchor="${item.anchor}"`;
  const type = `font-size="${item.fontSize}" font-weight="${item.fontWeight}" paint-order="stroke" stroke-linejoin="round"`;
  const numerals = item.tabular ? ' style="font-variant-numeric:tabular-nums"' : '';
  return `<text ${place} ${type} ${inkAttributes(item)}${numerals}>${escaped(item.text)}</text>`;
}

function inkAttributes({ fill, stroke, strokeWidth, dashes, opacity }: Ink): string {
  const line =
    stroke === 'none'
      ? ''
      : ` stroke="${escaped(stroke)}" stroke-width="${strokeWidth}"${dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}"` : ''}`;
  return `fill="${escaped(fill)}"${line}${opacity < 1 ? ` opacity="${coordinate(opacity)}"` : ''}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
