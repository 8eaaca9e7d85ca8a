import type { ReactElement } from 'react';
import { numberText } from '#charts/number-text.ts';
import { instantText } from '#app/reading/time-words.ts';
import type { StudyResult } from '#state/worker/studies.ts';
import styles from './why-dialog.module.css';

type Rows = StudyResult<'why'>['raw'];

function Row({ row, madeUp }: { readonly row: Rows[number]; readonly madeUp: boolean }): ReactElement {
  const { at, via, request, text, leftOut } = row;
  return (
    <div>
      <p className={styles.how}>
        {madeUp ? 'Made up by the sample market as' : ''} {via === 'ws' ? 'pushed by' : 'answer of'}{' '}
        <span className={styles.address}>{request}</span>, received {instantText(at)}
      </p>
      <section className={styles.raw} tabIndex={0} aria-label={`Raw row received ${instantText(at)}`}>
        <pre>{text}</pre>
      </section>
      {leftOut > 0 && <p className={styles.how}>{numberText(leftOut, 0)} more characters are not shown.</p>}
    </div>
  );
}

/** The venue's own rows about a contract, as text; `madeUp` where a simulated venue spoke. */
export function RawRows({ rows, madeUp }: { readonly rows: Rows; readonly madeUp: boolean }): ReactElement {
  return (
    <section className={styles.section} aria-labelledby="why-raw">
      <h3 id="why-raw" className={styles.heading}>
        Raw message
      </h3>
      {rows.length === 0 ? (
        <p className={styles.how}>
          Not kept any more: the last message that named this contract has made room for newer ones.
        </p>
      ) : (
        rows.map((row) => (
          <Row key={`${row.at} ${row.text.length} ${row.request}`} row={row} madeUp={madeUp} />
        ))
      )}
    </section>
  );
}
