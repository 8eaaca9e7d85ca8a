import type { ReactElement } from 'react';
import type { DataTable } from '#charts/figure/data-table.ts';
import { numberText } from '#charts/number-text.ts';
import reading from '#app/reading/reading-table.module.css';

interface ProgrammeTableProps {
  readonly caption: string;
  readonly table: DataTable;
  /** Rows that the sentence speaks of. */
  readonly focused: (id: string) => boolean;
}

/** A table of the programme as it leaves the page too; words to the left, figures to the right. */
export function ProgrammeTable({ caption, table, focused }: ProgrammeTableProps): ReactElement {
  const { columns, rows } = table;
  const text = (cell: string | number | null, decimals: number | null): string =>
    typeof cell === 'string' ? cell : cell === null ? numberText(null, 0) : numberText(cell, decimals ?? 0);
  return (
    <div className={reading.tall}>
      <table className={reading.table}>
        <caption className={reading.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, label, decimals }, place) => (
              <th key={id} scope="col" className={place > 0 && decimals === null ? reading.words : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id} className={focused(id) ? reading.focused : undefined}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.id} scope="row">
                    {text(cells[place] ?? null, column.decimals)}
                  </th>
                ) : (
                  <td key={column.id} className={column.decimals === null ? reading.words : undefined}>
                    {text(cells[place] ?? null, column.decimals)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
