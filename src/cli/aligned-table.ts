/** One column of a text table: its two header lines and its cells, words to the left or figures to the right. */
export interface TextColumn {
  readonly title: string;
  readonly unit: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
}

/** Lays columns out as lines of text: title, unit, a rule, then the rows; trailing blanks are cut. */
export function alignedTable(columns: readonly TextColumn[]): string {
  const padded = columns.map(({ title, unit, align, cells }) => {
    const lines = [title, unit, ...cells];
    const width = Math.max(...lines.map((line) => line.length));
    const pad = (line: string): string => (align === 'left' ? line.padEnd(width) : line.padStart(width));
    const [first = '', second = '', ...rest] = lines.map(pad);
    return [first, second, '─'.repeat(width), ...rest];
  });
  const height = padded[0]?.length ?? 0;
  return Array.from({ length: height }, (_, row) =>
    padded
      .map((column) => column[row] ?? '')
      .join('  ')
      .trimEnd(),
  ).join('\n');
}
