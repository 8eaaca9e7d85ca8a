import type { ReactElement } from 'react';
import { MISFIT_WORDS } from './misfit.ts';
import styles from './reading-table.module.css';

/** Under a table by expiry: what its * means; nothing where no row has one. */
export function MisfitNote({
  rows,
}: {
  readonly rows: readonly { readonly misfit: boolean }[];
}): ReactElement | null {
  if (!rows.some(({ misfit }) => misfit)) return null;
  return (
    <p className={styles.note}>
      <span className={styles.misfit}>*</span> Here {MISFIT_WORDS} of the expiry: what is read off it cannot
      be relied on.
    </p>
  );
}
