import { captionedDrawing } from './captioned-drawing.ts';
import type { DataTable } from './data-table.ts';
import { type Drawing, svgDocument } from './drawing.ts';
import type { FigureCaption, FigureText } from './figure-text.ts';
import { pngOf } from './paint-drawing.ts';
import { readDrawing } from './read-drawing.ts';
import { fileName, saveFile } from './save-file.ts';
import { commaSeparated, tabSeparated } from './table-text.ts';

export type ExportKind = 'copy' | 'csv' | 'svg' | 'png';

export interface ExportSource {
  /** Holds the picture's SVG layers. */
  readonly picture: Element;
  readonly text: FigureText;
  readonly caption: FigureCaption;
  readonly table: DataTable;
}

const ways: Record<ExportKind, (source: ExportSource) => Promise<string>> = {
  copy: ({ table }) => copyText(tabSeparated(table)),
  csv: async (source) => {
    saveFile(
      new Blob([commaSeparated(source.table, source.caption)], { type: 'text/csv' }),
      name(source, 'csv'),
    );
    return 'CSV saved';
  },
  svg: async (source) => {
    saveFile(new Blob([svgDocument(drawingOf(source))], { type: 'image/svg+xml' }), name(source, 'svg'));
    return 'SVG saved';
  },
  png: async (source) => {
    const image = await pngOf(drawingOf(source));
    if (image === null) return 'this browser cannot make a PNG';
    saveFile(image, name(source, 'png'));
    return 'PNG saved';
  },
};

/** Carries a figure out of the page; answers what happened in words. */
export function exportFigure(kind: ExportKind, source: ExportSource): Promise<string> {
  return ways[kind](source);
}

function name({ caption, text }: ExportSource, extension: string): string {
  return fileName([caption.source, text.title, caption.time], extension);
}

function drawingOf({ picture, text, caption }: ExportSource): Drawing {
  const { width, height } = picture.getBoundingClientRect();
  const style = getComputedStyle(picture);
  return captionedDrawing({ size: { width, height }, items: readDrawing(picture) }, text, caption, {
    background: probeColour(picture, '--background'),
    text: style.color,
    muted: probeColour(picture, '--muted'),
  });
}

/** A token's colour in the theme that is on. */
function probeColour(within: Element, token: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  within.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'table copied';
  } catch {
    return 'the browser did not allow copying';
  }
}
