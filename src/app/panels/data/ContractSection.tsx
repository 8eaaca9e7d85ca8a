import { useCallback, useDeferredValue, useMemo, type ReactElement } from 'react';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import { fileName, saveFile } from '#charts/figure/save-file.ts';
import { commaSeparated, tabSeparated } from '#charts/figure/table-text.ts';
import { numberText } from '#charts/number-text.ts';
import { Choice } from '#app/reading/Choice.tsx';
import { useApp, useSelection } from '#state/app-context.ts';
import type { RowSort, RowsShown } from '#state/selection.ts';
import { notify } from '#state/session-store.ts';
import { chooseRows } from './choose-rows.ts';
import { type ContractColumn, contractTable, tellingColumns } from './contract-columns.ts';
import type { ContractRow } from './contract-rows.ts';
import { ContractTable } from './ContractTable.tsx';
import tables from '#app/reading/reading-table.module.css';
import styles from './data.module.css';

interface ContractSectionProps {
  readonly rows: readonly ContractRow[];
  readonly columns: readonly ContractColumn[];
  /** The columns' units in words. */
  readonly units: string;
  readonly caption: FigureCaption;
  readonly onWhy: ((row: ContractRow) => void) | null;
}

const SHOWN: readonly { readonly value: RowsShown; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'used', label: 'Used' },
  { value: 'left-out', label: 'Left out' },
];

function FindField({ find }: { readonly find: string }): ReactElement {
  const { selection } = useApp();
  return (
    <input
      className={styles.find}
      type="search"
      aria-label="Find contracts"
      placeholder="Find: 31JUL, put, no bid …"
      maxLength={60}
      value={find}
      onChange={({ currentTarget }) =>
        selection.setState({ find: currentTarget.value.replaceAll(/[^\p{L}\p{N} .,%_-]/gu, '') })
      }
    />
  );
}

/** Every contract: filter, order, copy and save. */
export function ContractSection(props: ContractSectionProps): ReactElement {
  const { rows, columns, units, caption, onWhy } = props;
  const { selection, session } = useApp();
  const shown = useSelection((state) => state.rows);
  const find = useSelection((state) => state.find);
  const sort = useSelection((state) => state.sort);
  const sought = useDeferredValue(find);
  const chosen = useMemo(() => chooseRows(rows, { shown, find: sought, sort }), [rows, shown, sought, sort]);
  const { telling, silent } = useMemo(() => tellingColumns(columns, rows), [columns, rows]);
  const onSort = useCallback((next: RowSort | null) => selection.setState({ sort: next }), [selection]);
  const copy = (): void => {
    const text = tabSeparated(contractTable(columns, chosen));
    navigator.clipboard.writeText(text).then(
      () => notify(session, 'info', `${numberText(chosen.length, 0)} rows were copied.`),
      () => notify(session, 'error', 'The browser did not allow copying; CSV saves the same rows.'),
    );
  };
  const save = (): void => {
    const text = commaSeparated(contractTable(columns, chosen), caption);
    saveFile(
      new Blob([text], { type: 'text/csv' }),
      fileName(['contracts', caption.source, caption.time], 'csv'),
    );
  };
  return (
    <section className={styles.section} aria-labelledby="contracts">
      <div className={styles.bar}>
        <h2 id="contracts" className={tables.title}>
          Contracts
        </h2>
        <output className={styles.how}>
          {numberText(chosen.length, 0)} of {numberText(rows.length, 0)}
        </output>
        <Choice
          name="Show"
          options={SHOWN}
          value={shown}
          onChoose={(value) => selection.setState({ rows: value })}
        />
        <FindField find={find} />
        <span className={styles.ways}>
          <button type="button" className={styles.way} onClick={copy}>
            Copy rows
          </button>
          <button type="button" className={styles.way} onClick={save}>
            Save CSV
          </button>
        </span>
      </div>
      <p className={styles.how}>
        {units}
        {silent.length > 0 && ` This market gives no ${silent.join(', ')}.`}
      </p>
      <p className={styles.printed}>
        The sheet holds the rows that were in sight; a saved CSV holds them all.
      </p>
      <ContractTable rows={chosen} columns={telling} sort={sort} onSort={onSort} onWhy={onWhy} />
    </section>
  );
}
