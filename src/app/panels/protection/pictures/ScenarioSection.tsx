import type { ReactElement } from 'react';
import tables from '#app/reading/reading-table.module.css';
import { FigureRows } from '../FigureRows.tsx';
import type { ScenarioTable } from './scenario-table.ts';
import styles from './pictures.module.css';

/** What each move does to the hedge, in figures: its value then, and what it costs to leave it. */
export function ScenarioSection({ table }: { readonly table: ScenarioTable }): ReactElement {
  return (
    <section className={styles.wide} aria-labelledby="scenario">
      <h3 id="scenario" className={tables.title}>
        If spot gaps today, in figures
      </h3>
      <section className={tables.scroller} aria-label="Moves of spot, scrolled" tabIndex={0}>
        <table className={tables.table} aria-labelledby="scenario">
          <FigureRows
            head="Spot"
            columns={table.columns}
            rows={table.rows.map(({ move, cells }) => ({ id: move, label: move, cells }))}
          />
        </table>
      </section>
    </section>
  );
}
