import { type Drawing, type DrawnPath, type DrawnText, drawingFont } from './drawing.ts';

const scale = 2;

/** The drawing as a PNG at twice its size; null where the browser gives no canvas. */
export async function pngOf(drawing: Drawing): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawing.size.width * scale);
  canvas.height = Math.round(drawing.size.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  paint(context, drawing);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function paint(context: CanvasRenderingContext2D, { size, background, layers }: Drawing): void {
  context.scale(scale, scale);
  context.fillStyle = background;
  context.fillRect(0, 0, size.width, size.height);
  context.lineJoin = 'round';
  for (const { at, items } of layers) {
    context.save();
    context.translate(at.x, at.y);
    for (const item of items) {
      if (item.kind === 'image') {
        context.globalAlpha = 1;
        context.drawImage(item.source, 0, 0, item.size.width, item.size.height);
        continue;
      }
      context.globalAlpha = item.opacity;
      context.fillStyle = item.fill === 'none' ? 'transparent' : item.fill;
      context.strokeStyle = item.stroke === 'none' ? 'transparent' : item.stroke;
      context.lineWidth = item.strokeWidth;
      context.setLineDash([...item.dashes]);
      if (item.kind === 'path') paintPath(context, item);
      else paintText(context, item);
    }
    context.restore();
  }
}

function paintPath(context: CanvasRenderingContext2D, { d, fill, stroke }: DrawnPath): void {
  const path = shapeOf(d);
  if (fill !== 'none') context.fill(path);
  if (stroke !== 'none') context.stroke(path);
}

function shapeOf(d: string): Path2D {
  return new Path2D(d);
}

function paintText(context: CanvasRenderingContext2D, item: DrawnText): void {
  context.font = `${item.fontWeight} ${item.fontSize}px ${drawingFont}`;
  const runs = item.tabular
    ? tabularRuns(context, item.text)
    : [{ text: item.text, width: context.measureText(item.text).width, inset: 0 }];
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  let x = item.x - { start: 0, middle: width / 2, end: width }[item.anchor];
  for (const run of runs) {
    if (item.stroke !== 'none') context.strokeText(run.text, x + run.inset, item.y);
    context.fillText(run.text, x + run.inset, item.y);
    x += run.width;
  }
}

interface Run {
  readonly text: string;
  readonly width: number;
  readonly inset: number;
}

/** A canvas cannot be asked for tabular numerals: each digit is set in the middle of a cell as wide as the widest. */
function tabularRuns(context: CanvasRenderingContext2D, text: string): readonly Run[] {
  const cell = Math.max(...Array.from('0123456789', (digit) => context.measureText(digit).width));
  return text.split(/(\d)/).flatMap((part) => {
    if (part === '') return [];
    const { width } = context.measureText(part);
    const digit = /^\d$/.test(part);
    return [{ text: part, width: digit ? cell : width, inset: digit ? (cell - width) / 2 : 0 }];
  });
}
