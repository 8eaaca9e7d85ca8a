import type { ReactElement } from 'react';
import type { RowSort } from '#state/selection.ts';
import type { ContractColumn } from './contract-columns.ts';
import type { ContractRow } from './contract-rows.ts';
import tables from '#app/reading/reading-table.module.css';
import styles from './data.module.css';
import { useRowWindow } from '#app/reading/use-row-window.ts';

interface ContractTableProps {
  readonly rows: readonly ContractRow[];
  readonly columns: readonly ContractColumn[];
  readonly sort: RowSort | null;
  readonly onSort: (sort: RowSort | null) => void;
  /** Opens what is behind a row's figures; null where the page has no dialogs. */
  readonly onWhy: ((row: ContractRow) => void) | null;
}

/** As high as its rows are drawn: a finger needs more than a pointer. */
const ROW_PX = matchMedia('(pointer: coarse)').matches ? 44 : 28;

/** Ascending, descending, the venue's order. */
function nextSort(key: RowSort['key'], sort: RowSort | null): RowSort | null {
  if (sort?.key !== key) return { key, down: false };
  return sort.down ? null : { key, down: true };
}

function Heading({
  column,
  sort,
  onSort,
}: { readonly column: ContractColumn } & Pick<ContractTableProps, 'sort' | 'onSort'>): ReactElement {
  const sorted = sort?.key === column.key ? (sort.down ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={sorted} className={column.words ? tables.words : undefined}>
      <button
        type="button"
        className={styles.heading}
        title={column.help}
        onClick={() => onSort(nextSort(column.key as RowSort['key'], sort))}
      >
        {column.label}
        <span aria-hidden="true">{{ none: '', ascending: ' ↑', descending: ' ↓' }[sorted]}</span>
      </button>
    </th>
  );
}

function Row({
  row,
  index,
  columns,
  onWhy,
}: {
  readonly row: ContractRow;
  readonly index: number;
  readonly columns: readonly ContractColumn[];
  readonly onWhy: ContractTableProps['onWhy'];
}): ReactElement {
  return (
    <tr aria-rowindex={index + 2} data-used={row.used}>
      {columns.map((column, place) => {
        const text = column.text(row);
        return place === 0 ? (
          <th key={column.key} scope="row">
            {onWhy === null ? (
              text
            ) : (
              <button
                type="button"
                className={styles.why}
                title="Why these numbers"
                onClick={() => onWhy(row)}
              >
                {text}
              </button>
            )}
          </th>
        ) : (
          <td key={column.key} className={column.words ? tables.words : undefined}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}

/** A table of any length: only the rows in sight are in the page, the others are room above and below them. */
export function ContractTable({ rows, columns, sort, onSort, onWhy }: ContractTableProps): ReactElement {
  const { first, end, onScroll, measure } = useRowWindow(rows.length, ROW_PX);
  const below = (rows.length - end) * ROW_PX;
  return (
    <section
      className={styles.window}
      ref={measure}
      aria-label="All contracts"
      tabIndex={0}
      onScroll={onScroll}
    >
      <table
        className={`${styles.table} ${styles.contracts}`}
        aria-labelledby="contracts"
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * ROW_PX }} />}
          {rows.slice(first, end).map((row, place) => (
            <Row key={row.instrument} row={row} index={first + place} columns={columns} onWhy={onWhy} />
          ))}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className={styles.how}>No contract is like that. Take a word away, or show all.</p>
      )}
    </section>
  );
}
