import type { ReactElement } from 'react';
import styles from './panel.module.css';

/** Says that expiries of the address are not in this market; nothing where all are. */
export function MissingExpiries({ count }: { readonly count: number }): ReactElement | null {
  if (count === 0) return null;
  const subject = count === 1 ? 'One chosen expiry is' : `${count} chosen expiries are`;
  return <p className={styles.basis}>{subject} not listed in this market.</p>;
}
