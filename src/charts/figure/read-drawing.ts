import { disc } from '../frame/mark-shapes.ts';
import type { DrawnImage, DrawnItem } from './drawing.ts';

/** Reads what a picture's layers show, with the style sheets' colours resolved; bottom layer first. */
export function readDrawing(container: Element): readonly DrawnItem[] {
  const shapes = container.querySelectorAll('svg path, svg circle, svg rect, svg text, canvas');
  return [...shapes].flatMap(
    (shape) => (shape instanceof HTMLCanvasElement ? readCanvas(shape) : readShape(shape)) ?? [],
  );
}

function readCanvas(canvas: HTMLCanvasElement): DrawnImage {
  const size = { width: canvas.clientWidth, height: canvas.clientHeight };
  return { kind: 'image', source: canvas, address: canvas.toDataURL(), size };
}

function readShape(shape: Element): DrawnItem | null {
  const style = getComputedStyle(shape);
  const ink = {
    fill: style.fill,
    stroke: style.stroke,
    strokeWidth: Number.parseFloat(style.strokeWidth),
    dashes: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat),
    opacity: shownOpacity(shape),
  };
  if (shape.tagName === 'text') {
    const fontSize = Number.parseFloat(style.fontSize);
    const lowered =
      shape.getAttribute('dy') === null ? 0 : Number.parseFloat(shape.getAttribute('dy') ?? '0') * fontSize;
    return {
      kind: 'text',
      ...ink,
      text: shape.textContent ?? '',
      x: numberOf(shape, 'x'),
      y: numberOf(shape, 'y') + lowered,
      anchor: style.textAnchor === 'middle' || style.textAnchor === 'end' ? style.textAnchor : 'start',
      fontSize,
      fontWeight: Number(style.fontWeight),
      tabular: style.fontVariantNumeric.includes('tabular-nums'),
    };
  }
  const d = outline(shape);
  return d === '' ? null : { kind: 'path', ...ink, d };
}

function outline(shape: Element): string {
  if (shape.tagName === 'circle')
    return disc(numberOf(shape, 'cx'), numberOf(shape, 'cy'), numberOf(shape, 'r'));
  if (shape.tagName === 'rect') {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(shape, name));
    return `M${x},${y}h${width}v${height}h${-(width ?? 0)}z`;
  }
  return shape.getAttribute('d') ?? '';
}

function numberOf(shape: Element, attribute: string): number {
  return Number(shape.getAttribute(attribute) ?? 0);
}

/** Opacity is not inherited but multiplies up to the picture's root. */
function shownOpacity(shape: Element): number {
  let opacity = 1;
  for (let at: Element | null = shape; at !== null && at.tagName !== 'svg'; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}
