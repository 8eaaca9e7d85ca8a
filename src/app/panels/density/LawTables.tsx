import { useId, type ReactElement } from 'react';
import tables from '#app/reading/reading-table.module.css';
import type { LawRow, LawTable } from './law-tables.ts';
import styles from './density.module.css';

function Row({ row, columns }: { readonly row: LawRow; readonly columns: readonly string[] }): ReactElement {
  return (
    <tr>
      <th scope="row" style={{ color: row.colour }}>
        {row.label}
      </th>
      {row.absence === null ? (
        columns.map((column, index) => (
          <td key={column}>
            {row.cells[index]}
            {row.ranges[index] !== undefined && <span className={styles.range}>{row.ranges[index]}</span>}
          </td>
        ))
      ) : (
        <td className={tables.absence} colSpan={columns.length}>
          {row.absence}
        </td>
      )}
    </tr>
  );
}

/** The evidence in figures, one line an expiry. */
export function LawTableView({ table }: { readonly table: LawTable }): ReactElement {
  const id = useId();
  return (
    <section className={tables.section} aria-labelledby={id}>
      <h2 id={id} className={tables.title}>
        {table.title}
      </h2>
      <p className={styles.note}>{table.note}</p>
      <section className={tables.scroller} aria-label={`${table.title}, by expiry`} tabIndex={0}>
        <table className={`${tables.table} ${styles.law}`}>
          <thead>
            <tr>
              <th scope="col">Expiry</th>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <Row key={row.id} row={row} columns={table.columns} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
