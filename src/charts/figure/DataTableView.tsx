import { numberText } from '../number-text.ts';
import css from './ChartFigure.module.css';
import type { DataTable } from './data-table.ts';

interface DataTableViewProps {
  readonly id: string;
  readonly caption: string;
  readonly table: DataTable;
}

/** The picture's numbers, as finely as the picture shows them. */
export function DataTableView({ id, caption, table: { columns, rows } }: DataTableViewProps) {
  return (
    <section className={css['tableScroll']} id={id} aria-label={`Data of ${caption}`} tabIndex={0}>
      <table className={css['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.decimals === null ? css['words'] : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, i) => (
                <td key={column.id} className={column.decimals === null ? css['words'] : undefined}>
                  {cellText(row.cells[i] ?? null, column.decimals)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellText(cell: string | number | null, decimals: number | null): string {
  if (typeof cell === 'string') return cell;
  return decimals === null && cell === null ? '' : numberText(cell, decimals ?? 0);
}
