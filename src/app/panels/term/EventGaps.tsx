import type { ReactElement } from 'react';
import styles from '#app/reading/reading-table.module.css';
import own from './event-gaps.module.css';
import type { TermPanelModel } from './view-model.ts';

/** The gaps that stand out, by their dates; what lies in them is for the reader to know. */
export function EventGaps({ events, rows }: Pick<TermPanelModel, 'events' | 'rows'>): ReactElement {
  const known = rows.some(({ absence }) => absence === null);
  return (
    <section className={styles.section} aria-labelledby="event-gaps">
      <h2 id="event-gaps" className={styles.title}>
        Gaps that stand out
      </h2>
      <p className={styles.note}>
        Forward vol between two neighbouring expiries, held against the nearest gaps with a like share of
        weekend; named by its dates, since prices say when and not what
      </p>
      {events.length === 0 ? (
        <p className={own.none}>
          {known ? 'No gap stands out from those about it.' : 'No forward vol can be read here.'}
        </p>
      ) : (
        <ul className={own.list}>
          {events.map(({ id, words }) => (
            <li key={id}>{words}.</li>
          ))}
        </ul>
      )}
    </section>
  );
}
