import type { ReactElement } from 'react';
import { type Awaited, nothingYetWords } from './nothing-yet-words.ts';
import styles from './panel-outlet.module.css';

/** Where there is nothing to show yet: what is awaited, or why it is not there. */
export function NothingYet(props: Awaited): ReactElement {
  const { title, text, working } = nothingYetWords(props);
  return (
    <div className={styles.empty}>
      <h1>{title}</h1>
      <p>{text}</p>
      {working && <progress className={styles.working} aria-label={title} />}
    </div>
  );
}
