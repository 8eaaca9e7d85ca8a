import type { ReactElement } from 'react';

export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
  /** The row in which the others end. */
  readonly total?: boolean;
}

interface FigureRowsProps {
  /** Heads the labels of the rows. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** Of every cell but the labels. */
  readonly cellClass?: string | undefined;
}

/** Head and body of a table of figures: a label a row, a cell a column. Two columns of one name may stand side by side. */
export function FigureRows({ head, columns, rows, cellClass }: FigureRowsProps): ReactElement {
  const keyAt = (place: number): string => `${columns[place] ?? ''} ${String(place)}`;
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((column, place) => (
            <th key={keyAt(place)} scope="col" className={cellClass}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, cells, total }) => (
          <tr key={id} data-total={total}>
            <th scope="row">{label}</th>
            {cells.map((cell, place) => (
              <td key={keyAt(place)} className={cellClass}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}
