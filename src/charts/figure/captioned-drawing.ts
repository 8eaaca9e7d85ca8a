import { labelHeight, labelSize } from '../frame/text-width.ts';
import { wrapText } from '../frame/footnotes.ts';
import type { Size } from '../frame/rect.ts';
import type { Drawing, DrawnItem, DrawnText } from './drawing.ts';
import type { FigureCaption, FigureText } from './figure-text.ts';

export interface PageColours {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
}

const border = 16;
const titleSize = 13;
const headHeight = 44;

/** A picture with its title above and, burned in below, whose market it shows, when, and by which convention. */
export function captionedDrawing(
  picture: { readonly size: Size; readonly items: readonly DrawnItem[] },
  words: FigureText,
  caption: FigureCaption,
  colours: PageColours,
): Drawing {
  const { size, items } = picture;
  const lines = wrapText(`Smirk · ${caption.source} · ${caption.time} · ${caption.convention}`, size.width);
  const footTop = headHeight + size.height + labelHeight;
  const line = (text: string, y: number, look: Partial<DrawnText> = {}): DrawnText => ({
    kind: 'text',
    text,
    x: border,
    y,
    fill: colours.muted,
    stroke: 'none',
    strokeWidth: 0,
    dashes: [],
    opacity: 1,
    anchor: 'start',
    fontSize: labelSize,
    fontWeight: 400,
    tabular: true,
    ...look,
  });
  return {
    size: { width: size.width + 2 * border, height: footTop + lines.length * labelHeight + border },
    background: colours.background,
    layers: [
      {
        at: { x: 0, y: 0 },
        items: [
          line(words.title, border + 8, { fill: colours.text, fontSize: titleSize, fontWeight: 600 }),
          line(words.howToRead, border + 24),
          ...lines.map((text, i) => line(text, footTop + (i + 1) * labelHeight)),
        ],
      },
      { at: { x: border, y: headHeight + border / 2 }, items },
    ],
  };
}
