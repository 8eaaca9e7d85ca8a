import type { ReactElement } from 'react';
import styles from './why-dialog.module.css';
import type { WhySection, WhyTable } from './why-words.ts';

function Table({ table, name }: { readonly table: WhyTable; readonly name: string }): ReactElement {
  return (
    <section className={styles.scroller} tabIndex={0} aria-label={name}>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, place) => (
                <td key={table.columns[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One part of an explanation: formulas, a table, facts. */
export function WhyPart({ section }: { readonly section: WhySection }): ReactElement {
  const { title, formulas, table, lines } = section;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {formulas.map((formula) => (
        <p key={formula} className={styles.formula}>
          {formula}
        </p>
      ))}
      {table !== null && <Table table={table} name={title} />}
      <dl className={styles.lines}>
        {lines.map(({ name, value, how }) => (
          <div key={name} className={styles.line}>
            <dt>{name}</dt>
            <dd>
              {value}
              {how !== null && <span className={styles.how}> {how}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
