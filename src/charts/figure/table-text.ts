import type { DataTable } from './data-table.ts';
import type { FigureCaption } from './figure-text.ts';

type Cell = string | number | null;

/** Full-precision rows parted by tabs, for pasting into a sheet. */
export function tabSeparated({ columns, rows }: DataTable): string {
  const line = (cells: readonly Cell[]): string =>
    cells.map((cell) => plain(cell).replaceAll(/[\t\r\n]+/g, ' ')).join('\t');
  return [line(columns.map(({ label }) => label)), ...rows.map(({ cells }) => line(cells))].join('\n');
}

/** RFC 4180 text in full precision. Each row says where and when it is from, so that files can be stacked. */
export function commaSeparated({ columns, rows }: DataTable, caption: FigureCaption): string {
  const origin = [caption.source, caption.time, caption.convention];
  const line = (cells: readonly Cell[]): string => cells.map(quoted).join(',');
  return [
    line([...columns.map(({ label }) => label), 'source', 'time', 'convention']),
    ...rows.map(({ cells }) => line([...cells, ...origin])),
    '',
  ].join('\r\n');
}

function plain(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A text that a spreadsheet would run as a formula is kept a text.
  return /^[=+@\t]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: Cell): string {
  const text = plain(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
