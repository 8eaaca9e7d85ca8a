// Advance widths of Inter in thousandths of an em at label weight, by the characters that share them.
const groups: readonly (readonly [number, string])[] = [
  [260, " .,:;ijl|'!·"],
  [340, 'ItfI`/'],
  [400, '()[]{}r'],
  [480, '_°"–^'],
  [560, 'szxckvyLJ?'],
  [590, 'aeohnuEF'],
  [630, 'bdgpqTZS'],
  [655, '0123456789+-−=<>×±$*~#&PRBXY'],
  [690, 'KADVσ'],
  [760, 'CGHUNOQΔ'],
  [850, 'w√∂↑↓'],
  [920, 'mM'],
  [1010, 'W%@'],
];
const advance = new Map(
  groups.flatMap(([width, text]) => Array.from(text, (glyph) => [glyph, width] as const)),
);
advance.set('\u202f', 150);
const unknownGlyph = 800;

/** Width in pixels of a chart label: an estimate that needs no screen, so that placement stays a pure function. */
export function textWidth(text: string, fontSize = labelSize): number {
  let thousandths = 0;
  for (const glyph of text) thousandths += advance.get(glyph) ?? unknownGlyph;
  return (thousandths * fontSize) / 1000;
}

/** Type size of every text in a chart, as `--chart-type` in theme.css. */
export const labelSize = 11;
/** Height of a line of such text, the space above and below included. */
export const labelHeight = 14;
