import { useState, type ReactElement } from 'react';
import type { DataTable } from '#charts/figure/data-table.ts';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import styles from './save-table.module.css';

interface SaveTableProps {
  /** Names the file and the buttons. */
  readonly name: string;
  readonly caption: FigureCaption;
  readonly table: () => DataTable;
}

async function copy(table: DataTable): Promise<string> {
  const { tabSeparated } = await import('#charts/figure/table-text.ts');
  try {
    await navigator.clipboard.writeText(tabSeparated(table));
    return 'Table copied';
  } catch {
    return 'The browser did not allow copying';
  }
}

async function save(name: string, caption: FigureCaption, table: DataTable): Promise<string> {
  const [{ commaSeparated }, { fileName, saveFile }] = await Promise.all([
    import('#charts/figure/table-text.ts'),
    import('#charts/figure/save-file.ts'),
  ]);
  const text = new Blob([commaSeparated(table, caption)], { type: 'text/csv' });
  saveFile(text, fileName([caption.source, name, caption.time], 'csv'));
  return 'CSV saved';
}

/** Carries a table of the page out of it, in full precision. */
export function SaveTable({ name, caption, table }: SaveTableProps): ReactElement {
  const [outcome, setOutcome] = useState('');
  return (
    <span className={styles.actions}>
      <button
        type="button"
        className={styles.action}
        aria-label={`Copy table: ${name}`}
        onClick={() => void copy(table()).then(setOutcome)}
      >
        Copy table
      </button>
      <button
        type="button"
        className={styles.action}
        aria-label={`Save CSV: ${name}`}
        onClick={() => void save(name, caption, table()).then(setOutcome)}
      >
        Save CSV
      </button>
      <span className={styles.outcome} aria-live="polite">
        {outcome}
      </span>
    </span>
  );
}
